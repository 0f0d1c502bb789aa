using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports what one test leaves behind for the next: containers of a module, wide fixtures, class attributes, environment variables, overrides.</summary>
public sealed class SharedTestState : DiagnosticAnalyzer
{
    private const string Criterion = "testing-culture/isolation";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0606",
        "shared-test-state",
        "A test changes what other tests see",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "testing-culture",
        "isolation")
    {
        AppliesTo = FileRoles.Test,
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no tests");
        var suite = TestSuite.Of(context.Project);
        var fixtures = WideFixtures(suite.Trees).ToLookup(fixture => fixture.Name);
        var restorers = suite.Trees.SelectMany(RestorersOf).ToList();
        var clearsOverrides = suite.Trees.Any(ClearsOverrides);
        foreach (var tree in suite.Trees)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var leftovers = new TestLeftovers(tree, context.Project.Compilation.GetSemanticModel(tree), context.Project.Files.TryGet(tree.Path)!);
            foreach (var (place, message) in leftovers.InContainers().Concat(leftovers.InClasses()).Concat(leftovers.InEnvironment(restorers)).Concat(leftovers.InFixtures(fixtures)).Concat(clearsOverrides ? [] : leftovers.InOverrides()))
            {
                context.Examined();
                context.Report(new Location(tree.Path, tree.Text, place.Span), message);
            }

            context.Examined(leftovers.Candidates);
        }

        if (TestIdioms.Of(context.Project).Transaction is { } proof) context.Prove(Criterion, proof.Place, proof.Text);
    }

    private static IEnumerable<(string Name, string Scope, SyntaxTree Tree)> WideFixtures(IEnumerable<SyntaxTree> trees) =>
        from tree in trees
        where tree.MayMention("scope")
        from function in tree.Root.Body.OfType<FunctionDef>()
        let scope = TestFixtures.WideScopeOf(function)
        where scope is not null && TestFixtures.ValuesOf(function).Any(value => IsContainer(value, function))
        select (TestFixtures.NameOf(function), scope, tree);

    // A fixture that speaks of the environment and goes on after the test, or asks for `monkeypatch`, keeps it as it was.
    private static IEnumerable<(string Name, string Path)> RestorersOf(SyntaxTree tree) =>
        from function in tree.Root.Body.OfType<FunctionDef>()
        where TestFunctions.IsFixture(function) && tree.Text.ToString(function.Span) is var text && text.Contains("environ", StringComparison.Ordinal) && text.Contains("yield", StringComparison.Ordinal)
        select (TestFixtures.IsAutomatic(function) ? "" : TestFixtures.NameOf(function), tree.Path);

    private static bool IsContainer(Expression value, FunctionDef function) => value switch
    {
        Dict or List or Set => true,
        Name name => function.Body.DescendantsInScope().OfType<Assign>().Any(assign => assign.Targets is [Name target] && target.Identifier == name.Identifier && assign.Value is Dict or List or Set),
        _ => false,
    };

    private static bool ClearsOverrides(SyntaxTree tree) =>
        tree.MayMention("dependency_overrides") && tree.Root.DescendantsAndSelf().Any(node => node switch
        {
            Call { Function: Python.Syntax.Attribute { Name: "clear" or "pop", Value: var value } } => value.LastName() == "dependency_overrides",
            Assign assign => assign.Targets.Any(target => target.LastName() == "dependency_overrides"),
            Delete delete => delete.Targets.Any(target => target is Subscript subscript && subscript.Value.LastName() == "dependency_overrides"),
            Call call => call.Function.LastName() is { } name && name.Contains("override", StringComparison.OrdinalIgnoreCase) && name != "dependency_overrides",
            _ => false,
        });
}
