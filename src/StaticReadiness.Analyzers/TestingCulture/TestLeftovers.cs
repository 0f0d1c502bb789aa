using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Finds what the tests of one file change and nothing puts back.</summary>
internal sealed class TestLeftovers
{
    private readonly SyntaxTree tree;
    private readonly SemanticModel model;
    private readonly List<FunctionDef> tests = [];
    private readonly List<FunctionDef> others = [];

    public TestLeftovers(SyntaxTree tree, SemanticModel model, RepositoryFile file)
    {
        this.tree = tree;
        this.model = model;
        foreach (var symbol in model.Module.Functions)
            if (symbol.Definition is { } function) (TestFunctions.IsTest(function, file, model) ? tests : others).Add(function);
    }

    /// <summary>The variables and attributes that a test could have changed.</summary>
    public int Candidates { get; private set; }

    public IEnumerable<(SyntaxNode Place, string Message)> InContainers()
    {
        var containers = tests.Count < 2 ? [] : Containers();
        if (containers.Count == 0) yield break;
        Candidates += containers.Count;
        var changes = tests.SelectMany(test => GlobalWrites.In(test, model).Where(write => !write.IsRebinding), (test, write) => (Test: test, write.Key)).ToLookup(change => change.Key, change => change.Test);
        HashSet<string>? reset = null;
        foreach (var target in containers)
        {
            var key = $"{model.ModuleName}.{target.Identifier}";
            if (changes[key].FirstOrDefault(test => !PutsBack(test, target.Identifier)) is not { } changing) continue;
            reset ??= [.. others.SelectMany(function => GlobalWrites.In(function, model)).Select(write => write.Key), .. others.SelectMany(function => GlobalWrites.EmptiedIn(function, model))];
            if (!reset.Contains(key)) yield return (target, $"All tests of the file share `{target.Identifier}`, and `{changing.Name}` changes it");
        }
    }

    public IEnumerable<(SyntaxNode Place, string Message)> InClasses()
    {
        foreach (var top in tree.Root.Body)
        {
            if (top.Kind != SyntaxKind.ClassDef || top is not ClassDef owner) continue;
            List<FunctionDef>? own = null;
            foreach (var statement in owner.Body)
            {
                if (statement.Kind != SyntaxKind.Assign || statement is not Assign { Targets: [Name target], Value: Dict or List or Set }) continue;
                own ??= tests.FindAll(test => test.Parent == owner);
                if (own.Count < 2) break;
                Candidates++;
                var name = target.Identifier;
                if (owner.DescendantsAndSelf().Any(node => node is Assign inner && inner.Targets.Any(to => to is Attribute { Value: Name { Identifier: "self" or "cls" } } attribute && attribute.Name == name))) continue;
                if (own.FirstOrDefault(test => test.Body.DescendantsInScope().Any(node => Changes(node, holder => holder is Attribute { Value: Name { Identifier: "self" or "cls" } } attribute && attribute.Name == name)) && !PutsBack(test, name)) is { } found)
                    yield return (target, $"All tests of `{owner.Name}` share `{name}`, and `{found.Name}` changes it");
            }
        }
    }

    /// <summary>The tests that set an environment variable and leave it set.</summary>
    /// <param name="restorers">The fixtures of the project that put the environment back, with their files; an empty name is one that every test below runs.</param>
    public IEnumerable<(SyntaxNode Place, string Message)> InEnvironment(IReadOnlyList<(string Name, string Path)> restorers)
    {
        if (!tree.MayMention("environ")) yield break;
        var seen = restorers.Where(fixture => Sees(fixture.Path)).Select(fixture => fixture.Name).ToHashSet();
        if (seen.Contains("") || others.Exists(RestoresEnvironment)) yield break;
        foreach (var test in tests)
        {
            if (RestoresEnvironment(test) || test.Decorators.Concat((test.Parent as ClassDef)?.Decorators ?? []).Any(decorator => tree.Text.ToString(decorator.Span).Contains("environ", StringComparison.Ordinal))) continue;
            if (test.Parameters.Positional.Any(parameter => seen.Contains(parameter.Name)) || UsesFixture(test, seen)) continue;
            foreach (var node in test.Body.DescendantsInScope())
            {
                if (node is not Assign { Targets: [Subscript { Value: var environment } target] } || model.GetQualifiedName(environment) != "os.environ") continue;
                if (target.Ancestors().TakeWhile(ancestor => ancestor != test).Any(ancestor => ancestor is With)) continue;
                yield return (target, $"`{test.Name}` sets `{tree.Text.ToString(target.Span)}`, and nothing puts it back");
                break;
            }
        }
    }

    public IEnumerable<(SyntaxNode Place, string Message)> InFixtures(ILookup<string, (string Name, string Scope, SyntaxTree Tree)> fixtures)
    {
        if (fixtures.Count == 0) yield break;
        foreach (var test in tests)
        {
            foreach (var parameter in test.Parameters.Positional)
            {
                if (fixtures[parameter.Name].FirstOrDefault(fixture => Sees(fixture.Tree.Path)) is not { Name: not null } fixture) continue;
                Candidates++;
                if (PutsBack(test, parameter.Name)) continue;
                if (test.Body.DescendantsInScope().FirstOrDefault(node => Changes(node, holder => holder is Name name && name.Identifier == parameter.Name)) is { } change)
                    yield return (change, $"`{test.Name}` changes `{parameter.Name}`, which is made once a {fixture.Scope}");
            }
        }
    }

    public IEnumerable<(SyntaxNode Place, string Message)> InOverrides()
    {
        if (!tree.MayMention("dependency_overrides")) yield break;
        foreach (var test in tests)
        {
            foreach (var node in test.Body.DescendantsInScope())
            {
                if (node is not Assign { Targets: [Subscript { Value: Attribute { Name: "dependency_overrides", Value: var application } } target] }) continue;
                // An application of the test's own takes its overrides along.
                if (application is Name name && model.GetSymbol(name) is { Scope.Kind: ScopeKind.Function }) continue;
                yield return (target, $"`{test.Name}` overrides a dependency of `{tree.Text.ToString(application.Span)}`, and nothing puts it back");
                break;
            }
        }
    }

    private List<Name> Containers()
    {
        List<Name> containers = [];
        foreach (var statement in tree.Root.Body)
            if (statement.Kind is SyntaxKind.Assign or SyntaxKind.AnnAssign && ContainerOf(statement) is { } container) containers.Add(container);
        return containers;
    }

    private static Name? ContainerOf(Statement statement) => statement switch
    {
        Assign { Targets: [Name only], Value: Dict or List or Set } => only,
        AnnAssign { Target: Name only, Value: Dict or List or Set } => only,
        _ => null,
    };

    // `@pytest.mark.usefixtures("environ")`
    private static bool UsesFixture(FunctionDef test, HashSet<string> names) =>
        test.Decorators.Concat((test.Parent as ClassDef)?.Decorators ?? []).OfType<Call>().Any(mark => mark.Function.LastName() == "usefixtures" && mark.Arguments.Any(argument => argument.StringValue() is { } name && names.Contains(name)));

    private bool Sees(string fixturePath) =>
        fixturePath == tree.Path || (fixturePath.EndsWith("conftest.py", StringComparison.Ordinal) && tree.Path.StartsWith(fixturePath[..^"conftest.py".Length], StringComparison.Ordinal));

    private static bool Changes(SyntaxNode node, Func<Expression, bool> isHolder) => node switch
    {
        Assign assign => ChangesItem(assign, isHolder),
        AugAssign { Target: Subscript { Value: var value } } => isHolder(value),
        AugAssign { Target: Name or Attribute } assign => isHolder(assign.Target),
        Call { Function: Attribute { Name: "append" or "extend" or "insert" or "update" or "add" or "setdefault", Value: var value } } => isHolder(value),
        _ => false,
    };

    // apart, so that the other kinds of nodes, which are most, need no closure
    private static bool ChangesItem(Assign assign, Func<Expression, bool> isHolder) =>
        assign.Targets.Any(target => target is Subscript { Value: var value } && isHolder(value));

    // `calls.clear()`, `del created[:]`, `users.pop("ada")`: the test tidies up after itself.
    private static bool PutsBack(FunctionDef test, string name) => test.Body.DescendantsInScope().Any(node => node switch
    {
        Call { Function: Attribute { Name: "clear" or "pop" or "remove" or "discard" or "popitem", Value: var value } } => value.LastName() == name,
        Delete delete => delete.Targets.Any(target => target is Subscript { Value: var value } && value.LastName() == name),
        Assign { Targets: [Name target] } => target.Identifier == name,
        _ => false,
    });

    private static bool RestoresEnvironment(FunctionDef function) => function.Body.DescendantsInScope().Any(node => node switch
    {
        Call { Function: Attribute { Name: "pop" or "clear" or "update" or "unsetenv" or "dict" or "copy" or "setenv" or "delenv", Value: var value } } call => value.LastName() is "environ" or "os" or "monkeypatch" or "patch" || call.Arguments.Any(argument => argument.LastName() == "environ"),
        Delete delete => delete.Targets.Any(target => target is Subscript { Value: var value } && value.LastName() == "environ"),
        Assign { Targets: [Attribute { Name: "environ" }] } => true,
        Try { FinalBody.IsEmpty: false } => true,
        Yield => true,
        _ => false,
    });
}
