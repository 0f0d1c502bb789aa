using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports <c>assert</c> where it checks what a caller gave or what state an object is in: <c>python -O</c> removes it.</summary>
public sealed class AssertAsCheck : DiagnosticAnalyzer
{
    private const string State = "the object's state";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0411",
        "assert-as-check",
        "An assert guards input or state",
        "`{0}` checks {1}, and `python -O` removes it",
        DiagnosticSeverity.Note,
        Precision.High,
        "debugging-ergonomics",
        "messages")
    {
        Cwe = [617, 703],
        PeerIds = ["S101", "B101"],
        Fix = FixKind.Unsafe,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Assert, SyntaxKind.Raise);
        context.RegisterProjectAction(static context => context.NotApplicable("nothing is checked"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        if (context.Node is Raise { Exception: null }) return;
        context.Examined();
        if (context.Node is not Assert assert || SecretFiles.IsNamedForTests(context.File) || IdentifierWords.Split(context.File.Directory).Exists(word => word is "testing" or "test" or "tests")) return;
        if (assert.EnclosingFunction() is not { } function || IdentifierWords.Split(function.Name).FirstOrDefault() is "assert" or "test") return;
        // Only the module itself calls what it names as private: such an assert holds the program to its own word.
        if (IsPrivate(function.Name) || function.Ancestors().OfType<FunctionDef>().Any() || IsSanityCheck(assert, context.Tree) || IsAfterWork(assert, function, context.Model)) return;
        if (TestPlugins.Contains(context.Project, context.File) || IsOfConstant(assert, function)) return;
        if (Checked(assert.Test, function, context.Model) is not { } what || (what == State && !GuardsState(assert, function))) return;
        context.Report(assert.Test.Span, Shorten(context.Tree.Text.ToString(assert.Test.Span)), what);
    }

    // `assert x is not None`, `assert isinstance(x, Y)` and `assert x` narrow types for a checker; `assert False` marks what cannot be reached.
    private static string? Checked(Expression test, FunctionDef function, SemanticModel model) => test switch
    {
        BoolOp either => either.Values.Select(value => Checked(value, function, model)).FirstOrDefault(what => what is not null),
        UnaryOp { Operator: UnaryOperator.Not } not => Checked(not.Operand, function, model) ?? (not.Operand is Call ? null : Given(not.Operand, function)),
        Compare { Operators: [ComparisonOperator.Is or ComparisonOperator.IsNot] } => null,
        Compare { Left: Call { Function: Name { Identifier: "type" } } } => null,
        // `assert scope["type"] == "http"` and `assert run.kind == Kind.TASK` tell variants apart.
        Compare { Operators: [ComparisonOperator.Eq], Comparators: [Constant { ConstantKind: ConstantKind.String } or Python.Syntax.Attribute { Value: Name { Identifier: [>= 'A' and <= 'Z', ..] } }] } => null,
        Compare compare => Given(compare, function),
        Call { Function: Name { Identifier: "isinstance" or "issubclass" or "callable" or "hasattr" } } => null,
        Call call when model.ResolveFunction(call.Function)?.Definition?.Returns is Subscript { Value: var guard } && guard.LastName() is "TypeGuard" or "TypeIs" => null,
        Call call => Given(call, function),
        _ => null,
    };

    // What an object believes of itself is an invariant, unless somebody is told: where it is made, or by a message.
    private static bool GuardsState(Assert assert, FunctionDef function) => assert.Message is not null || function.Name is "__init__" or "__post_init__";

    private static bool IsSanityCheck(Assert assert, SyntaxTree tree)
    {
        var line = tree.Text.GetLineIndex(assert.Start);
        return tree.Comments.Any(comment => tree.Text.GetLineIndex(comment.Start) is var at && (at == line || at == line - 1) && tree.Text.ToString(comment).Contains("sanity", StringComparison.OrdinalIgnoreCase));
    }

    // Behind a call the assert says what the function itself has brought about.
    private static bool IsAfterWork(Assert assert, FunctionDef function, SemanticModel model) =>
        assert.Parent == function && function.Body.TakeWhile(statement => statement != assert).Any(statement => statement is ExpressionStatement { Value: Call call } && call.Function is not Attribute { Name: "__init__" } && LogCalls.LevelOf(call, model) is null);

    // `def get_version(version=VERSION)`: the module checks what it has written itself.
    private static bool IsOfConstant(Assert assert, FunctionDef function) =>
        function.Parameters.Positional.Any(parameter => parameter.Default is Name { Identifier: var constant } && !constant.Any(char.IsLower)
            && assert.Test.DescendantsAndSelf().Any(part => part is Name name && name.Identifier == parameter.Name));

    private static bool IsPrivate(string name) => name.StartsWith('_') && !name.EndsWith("__", StringComparison.Ordinal);

    // What the caller gave, or the object's own state; an invariant between locals is what assert is for.
    private static string? Given(Expression test, FunctionDef function)
    {
        if (test.DescendantsAndSelf().OfType<Name>().Any(name => IsLocal(name, function))) return null;
        foreach (var node in test.DescendantsAndSelf())
        {
            if (node is Attribute { Value: Name { Identifier: "self" } }) return State;
            if (node is Name name && name.Identifier is not ("self" or "cls") && IsParameter(name.Identifier, function)) return $"`{name.Identifier}`, which the caller gives";
        }

        return null;
    }

    private static bool IsLocal(Name name, FunctionDef function) =>
        function.Body.DescendantsInScope().Any(node => node is Name { Context: ExpressionContext.Store } target && target.Identifier == name.Identifier && target.Start < name.Start);

    private static bool IsParameter(string name, FunctionDef function)
    {
        var parameters = function.Parameters;
        return parameters.Positional.Any(parameter => parameter.Name == name) || parameters.KeywordOnly.Any(parameter => parameter.Name == name)
            || parameters.PositionalOnly.Any(parameter => parameter.Name == name);
    }

    private static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..57] + "…";
    }
}
