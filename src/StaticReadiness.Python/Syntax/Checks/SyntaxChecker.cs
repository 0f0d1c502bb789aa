using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>Refuses in one walk what Python's grammar rules out in ways the parser lets through, and what CPython's symbol table and compiler refuse,
/// with their wording (https://docs.python.org/3/reference/).</summary>
internal sealed partial class SyntaxChecker : SyntaxVisitor
{
    private readonly SourceText text;
    private readonly List<SyntaxDiagnostic> diagnostics;
    private readonly bool hasWalrus;
    private readonly bool hasDebugName;
    private CheckedScope scope;
    private bool annotationsAreDeferred;

    // an annotation of a variable in a function is never compiled, so only the symbol table refuses what is in it
    private bool isUnevaluated;

    private SyntaxChecker(Module root, SourceText text, List<SyntaxDiagnostic> diagnostics)
    {
        this.text = text;
        this.diagnostics = diagnostics;
        hasWalrus = text.Content.Contains(":=", StringComparison.Ordinal);
        hasDebugName = text.Content.Contains(DebugName, StringComparison.Ordinal);
        scope = new CheckedScope(CheckedScopeKind.Module, root, null);
    }

    /// <summary>Adds what is wrong with a tree to <paramref name="diagnostics"/>, in no particular order.</summary>
    public static void Run(Module root, SourceText text, List<SyntaxDiagnostic> diagnostics)
    {
        var checker = new SyntaxChecker(root, text, diagnostics);
        checker.CheckFeatures(root);
        checker.VisitAll(root.Body);
    }

    public override void Visit(SyntaxNode node)
    {
        if (node.Kind is not (SyntaxKind.Name or SyntaxKind.Constant) && VisitOnFreshStack(node)) return;
        switch (node.Kind)
        {
            case SyntaxKind.Name: CheckName((Name)node); break;
            case SyntaxKind.Constant or SyntaxKind.Pass: break;
            case SyntaxKind.Attribute: VisitAttribute((Attribute)node); break;
            case SyntaxKind.Call: VisitCall((Call)node); break;
            case SyntaxKind.Tuple or SyntaxKind.List: VisitSequence((Expression)node); break;
            case SyntaxKind.NamedExpression: VisitNamedExpression((NamedExpression)node); break;
            case SyntaxKind.Lambda: VisitLambda((Lambda)node); break;
            case SyntaxKind.ListComp or SyntaxKind.SetComp or SyntaxKind.DictComp or SyntaxKind.GeneratorExp: VisitComprehension((Expression)node); break;
            case SyntaxKind.Await: VisitAwait((Await)node); break;
            case SyntaxKind.FormattedValue:
                var field = (FormattedValue)node;
                VisitValue(field.Value);
                VisitOptional(field.FormatSpec);
                break;
            case SyntaxKind.Yield:
            case SyntaxKind.YieldFrom: VisitYield((Expression)node); break;
            case <= SyntaxKind.ErrorStatement: VisitStatement((Statement)node); break;
            default: node.VisitChildren(this); break;
        }
    }

    private void VisitAll<T>(ImmutableArray<T> nodes) where T : SyntaxNode
    {
        foreach (var node in nodes) Visit(node);
    }

    private void VisitOptional(SyntaxNode? node)
    {
        if (node is not null) Visit(node);
    }

    private void Report(string message, SyntaxNode place, SyntaxErrorPhase phase = SyntaxErrorPhase.Compilation)
    {
        if (!isUnevaluated || phase != SyntaxErrorPhase.Compilation) diagnostics.Add(new SyntaxDiagnostic(message, place.Span, Phase: phase));
    }

    private void VisitAttribute(Attribute node)
    {
        if (hasDebugName && node is { Context: ExpressionContext.Store, Name: DebugName } && node.Parent is not AugAssign) Report($"cannot assign to {DebugName}", node);
        Visit(node.Value);
    }

    private void VisitCall(Call node)
    {
        Visit(node.Function);
        VisitAll(node.Arguments);
        CheckKeywords(node.Keywords);
        VisitAll(node.Keywords);
    }

    private void CheckKeywords(ImmutableArray<Keyword> keywords)
    {
        for (var i = 0; i < keywords.Length; i++)
        {
            if (keywords[i].Name is not { } name) continue;
            if (hasDebugName) CheckDebugName(name, keywords[i]);
            if (keywords.Length > LongList) continue;
            for (var j = 0; j < i; j++)
                if (keywords[j].Name == name) Report($"keyword argument repeated: {name}", keywords[i]);
        }

        if (keywords.Length <= LongList) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var keyword in keywords)
            if (keyword.Name is { } name && !seen.Add(name)) Report($"keyword argument repeated: {name}", keyword);
    }

    private void VisitSequence(Expression node)
    {
        var (elements, context) = node is Tuple tuple ? (tuple.Elements, tuple.Context) : (((List)node).Elements, ((List)node).Context);
        var starred = 0;
        foreach (var element in elements)
        {
            if (element is Starred inner)
            {
                if (context == ExpressionContext.Store && ++starred == 2) Report("multiple starred expressions in assignment", node);
                if (node.Parent is not Subscript) CheckStarredOperand(inner);
                Visit(inner.Value);
            }
            else
            {
                Visit(element);
            }
        }

        if (starred > 0 && elements.IndexOf(elements.First(element => element is Starred)) >= 256) Report("too many expressions in star-unpacking assignment", node);
    }

    private void CheckName(Name node)
    {
        if (!hasDebugName || node.Identifier != DebugName || node.Context == ExpressionContext.Load) return;
        Report(node.Context == ExpressionContext.Del ? $"cannot delete {DebugName}" : $"cannot assign to {DebugName}", node);
    }

    private void CheckDebugName(string? name, SyntaxNode place)
    {
        if (name == DebugName) Report($"cannot assign to {DebugName}", place);
    }

    private const string DebugName = "__debug__";
    private const int LongList = 16;
}
