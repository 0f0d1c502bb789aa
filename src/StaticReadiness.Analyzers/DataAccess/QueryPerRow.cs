using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Reports loops over a query that run another query for each row.</summary>
public sealed class QueryPerRow : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1401",
        "query-per-row",
        "A loop over a query runs a query for each row",
        "`{0}` runs a query for every `{1}` of the loop",
        DiagnosticSeverity.Warning,
        Precision.High,
        "data-access",
        "bounded-queries")
    {
        Cwe = [1073],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineLoop, SyntaxKind.For);
        context.RegisterSyntaxNodeAction(ExamineComprehension, SyntaxKind.ListComp, SyntaxKind.SetComp, SyntaxKind.DictComp, SyntaxKind.GeneratorExp);
        context.RegisterProjectAction(project => project.NotApplicable("no loop over a query"));
    }

    private static void ExamineLoop(SyntaxNodeContext context)
    {
        var loop = (For)context.Node;
        if (loop.Target is Name row) Examine(context, row, loop.Iterable, loop.Body.DescendantsInScope());
    }

    private static void ExamineComprehension(SyntaxNodeContext context)
    {
        var generators = context.Node switch
        {
            ListComp list => list.Generators,
            SetComp set => set.Generators,
            DictComp dict => dict.Generators,
            _ => ((GeneratorExp)context.Node).Generators,
        };
        if (generators is not [{ Target: Name row, Iterable: var rows }, ..]) return;
        Examine(context, row, rows, context.Node.DescendantsInScope().Where(node => node.Start < rows.Start || node.Start >= rows.End));
    }

    private static void Examine(SyntaxNodeContext context, Name row, Expression rows, IEnumerable<SyntaxNode> body)
    {
        if (!MayBeQuery(rows) || QueryChain.Of(rows, context.Model) is not { GivesRecords: true, IsBare: false } query) return;
        // A command that runs once may take its time.
        if (BatchCode.Contains(context.Node, context.Tree, context.File)) return;
        context.Examined();
        var nodes = body.ToImmutableArray();
        var told = new HashSet<string>();
        foreach (var node in nodes)
        {
            if (Culprit(node, row, query, context) is not { } culprit || !told.Add(Written(culprit, context))) continue;
            context.Report(culprit, Written(culprit, context), query.Record.Name);
        }
    }

    private static Expression? Culprit(SyntaxNode node, Name row, QueryChain query, SyntaxNodeContext context)
    {
        if (node is Attribute { Value: Name owner } access && owner.Identifier == row.Identifier)
            return !query.Has(StepRole.Eager) && Relations.RunsQuery(access, query.Record) ? access : null;
        // The whole chain, not its parts: a call that no further method is called on.
        if (node is not Call { Parent: not Attribute, Function: Attribute } call || !Mentions(call, row)) return null;
        // A lock on one row at a time is what was asked for.
        if (call.DescendantsInScope().Any(part => part is Attribute { Name: "select_for_update" or "with_for_update" })) return null;
        return QueryChain.Of(call, context.Model) is { IsBare: false } inner && !inner.Has(StepRole.Write) && Reads(inner, call) ? call.Function : null;
    }

    // A statement that is only built runs later, if at all.
    private static bool Reads(QueryChain inner, Call call) =>
        inner.Has(StepRole.Single) || inner.Has(StepRole.Aggregate) || inner.Has(StepRole.Run) || call.Function.LastName() is "all" || call.Parent is For or Comprehension;

    private static bool Mentions(Call call, Name row) => call.DescendantsInScope().Any(node => node is Name name && name.Identifier == row.Identifier);

    private static bool MayBeQuery(Expression rows) => rows is Name or Await or Subscript || (rows is Call call && (call.Function.LastName() is "list" or "sorted" or "tuple" or "reversed" || (call.Function.LastName() is { } name && QueryChain.IsStep(name))));

    private static string Written(Expression culprit, SyntaxNodeContext context)
    {
        if (culprit is Attribute { Value: Name } && culprit.DottedName() is { } dotted) return dotted;
        var text = context.Tree.Text.ToString(culprit.Span);
        return text.Contains('\n') || text.Contains('`') || text.Length > 60 ? $"{culprit.LastName()}()" : $"{text}()";
    }
}
