using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports environment variables that may be absent and are used as if they were not.</summary>
public sealed class UnvalidatedConfiguration : DiagnosticAnalyzer
{
    private const string Criterion = "configuration-management/validated";

    // What every process is given.
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0505",
        "unvalidated-configuration",
        "An environment variable that may be absent is used unchecked",
        "`{0}` may be unset, and {1}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "configuration-management",
        "validated")
    {
        Cwe = [1188, 476],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no environment variable is read");
        if (context.Project.Kind == ProjectKind.Script) return;
        var use = EnvironmentUse.Of(context.Project);
        if (use.TypedLibrary is { } typed) context.Prove(Criterion, typed.Location, $"`{typed.Name}` refuses to start without its settings");
        foreach (var (tree, file, reads) in use.Reads)
        {
            var model = context.Project.Compilation.GetSemanticModel(tree);
            foreach (var read in reads) Examine(read, tree, file, model, context);
        }
    }

    private static void Examine(EnvironmentRead read, SyntaxTree tree, RepositoryFile file, SemanticModel model, ProjectContext context)
    {
        context.Examined();
        if (CommandLineCode.IsScript(tree, file) || SetsVariables(tree) || PutAside.Contains(context.Project, file)) return;
        if (read.IsRequired || read.Key is null || SystemVariables.Contains(read.Key) || IsListed(read, tree) || (read.Default is not null && !read.Default.IsNone()) || IsGuarded(read) || IsForDevelopment(read)) return;
        var location = new Location(tree.Path, tree.Text, read.Node.Span);
        if (BreaksOnNone(read.Node, model) is { } fault)
        {
            context.Report(location, read.Key, fault);
            return;
        }

        if (FirstBreakingUse(read.Node, model) is not { } found) return;
        context.Report(context.CreateDiagnostic(location, read.Key, found.Fault) with
        {
            CodeFlow = [new CodeFlowStep(location, $"`{read.Key}` is read and may be absent"), new CodeFlowStep(new Location(tree.Path, tree.Text, found.Use.Span), "used here as text")],
        });
    }

    // `os.environ[key] = value` for whatever a file holds: which variables there are is known only as it runs.
    private static bool SetsVariables(SyntaxTree tree) =>
        tree.Root.DescendantsAndSelf().Any(node => node is Subscript { Context: ExpressionContext.Store, Index: Name, Value: var value } && value.LastName() == "environ");

    // `env = ["CLIENT_ID", "DOMAIN"]` beside the read: what is needed is listed, and somebody goes through the list.
    private static bool IsListed(EnvironmentRead read, SyntaxTree tree) =>
        tree.Root.DescendantsAndSelf().Any(node => node is Constant { StringValue: { } text, Parent: List or Python.Syntax.Tuple or Set } && text == read.Key);

    // Who develops sees at once what is missing.
    private static bool IsForDevelopment(EnvironmentRead read) => read.Node.Ancestors().Any(node => node is ClassDef { Name: var owner } && DebugSettings.IsDevelopmentName(owner));

    // `if "KEY" in os.environ:` or `if os.getenv("KEY"):` around the read.
    private static bool IsGuarded(EnvironmentRead read) =>
        read.Node.Ancestors().Any(node => (node is If { Test: var test } && Mentions(test, read.Key!)) || (node is IfExp choice && Mentions(choice.Test, read.Key!)) || (node is BoolOp either && either.Values[0] != read.Node && Mentions(either.Values[0], read.Key!)) || node is Try { Handlers.IsEmpty: false });

    private static bool Mentions(Expression test, string key) => test.DescendantsAndSelf().Any(node => node is Constant { StringValue: { } text } && text == key);

    // What fails with `None`, or writes it down: a method, an item, arithmetic, an f-string, or a conversion.
    private static string? BreaksOnNone(Expression value, SemanticModel model) => value.Parent switch
    {
        Attribute { Parent: Call call } attribute when call.Function == attribute => $"`None` has no `{attribute.Name}`",
        Subscript subscript when subscript.Value == value => "`None` has no items",
        // A log says `None`, and that is what it is for.
        FormattedValue when value.Ancestors().TakeWhile(node => node is Expression or Keyword).Any(node => node is Call call && (call.Function is Name { Identifier: "print" } || LogCalls.LevelOf(call, model) is not null)) => null,
        FormattedValue => "`None` is written into text",
        BinOp { Operator: BinaryOperator.Add } => "`None` is added to text",
        Call { Function: Name { Identifier: "int" or "float" or "len" or "open" } converter } => $"`{converter.Identifier}` fails on `None`",
        Call { Function: Attribute { Value: Name { Identifier: "json" }, Name: "loads" } } => "`json.loads` fails on `None`",
        _ => null,
    };

    // The variable's uses in its own scope, when nothing there tests it or gives it another value.
    private static (Expression Use, string Fault)? FirstBreakingUse(Expression node, SemanticModel model)
    {
        if (node.Parent is not Assign { Targets: [Name target] } assign || model.GetSymbol(target) is not { } symbol) return null;
        var scope = (SyntaxNode?)node.EnclosingFunction() ?? node.Ancestors().Last();
        var uses = ImmutableArray.CreateBuilder<Name>();
        foreach (var inner in scope.DescendantsAndSelf())
        {
            if (inner is not Name name || name.Identifier != target.Identifier || name == target || model.GetSymbol(name) != symbol) continue;
            if (name.Context != ExpressionContext.Load || IsTest(name)) return null;
            if (name.Start > assign.Start) uses.Add(name);
        }

        foreach (var use in uses)
            if (BreaksOnNone(use, model) is { } fault) return (use, fault);
        return null;
    }

    private static bool IsTest(Name name)
    {
        for (SyntaxNode node = name; node.Parent is { } parent; node = parent)
        {
            if (parent is If branch && branch.Test == node || parent is While loop && loop.Test == node || parent is IfExp choice && choice.Test == node || parent is Assert or Compare or BoolOp or UnaryOp { Operator: UnaryOperator.Not }) return true;
            if (parent is Comprehension) return true;
            if (parent is Call { Function: var function } && function.LastName() is { } called && IdentifierWords.Split(called).Any(word => word is "check" or "require" or "required" or "validate" or "ensure" or "all" or "any" or "bool")) return true;
            if (parent is Statement) return false;
        }

        return false;
    }
}
