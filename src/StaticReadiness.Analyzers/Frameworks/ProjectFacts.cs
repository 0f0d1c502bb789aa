using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>The facts of all files of a project, with guesses settled by what the project uses.</summary>
internal sealed class ProjectFacts
{
    private readonly Dictionary<string, (Assign Assign, SemanticModel Model)> assignments = [];
    private readonly Dictionary<string, FileRoles> roles;

    private ProjectFacts(Project project, ImmutableArray<FileFacts> files)
    {
        Project = project;
        roles = project.Files.Files.Where(file => file.IsPython).ToDictionary(file => file.Path, file => file.Role);
        Files = [.. files.Where(file => !RoleOf(file.Model.Tree.Path).HasFlag(FileRoles.Vendored))];
        Objects = [.. Files.SelectMany(file => file.Objects)];
        var used = Objects.Select(item => item.Object.Framework).ToHashSet();
        Registrations = [.. Files.SelectMany(file => file.Registrations).Where(fact => !fact.IsGuess || used.Contains(fact.Registration.Framework))];
        Classes = [.. Files.SelectMany(file => file.Classes)];
        foreach (var file in Files)
            foreach (var (name, assign) in file.ModuleAssignments) assignments.TryAdd($"{file.Model.ModuleName}.{name}", (assign, file.Model));
    }

    public Project Project { get; }

    public ImmutableArray<FileFacts> Files { get; }

    public ImmutableArray<ObjectFact> Objects { get; }

    public ImmutableArray<RegistrationFact> Registrations { get; }

    public ImmutableArray<ClassFact> Classes { get; }

    public static ProjectFacts Collect(Project project)
    {
        var trees = project.Trees;
        var files = new FileFacts[trees.Length];
        Parallel.For(0, trees.Length, i =>
        {
            var collector = new FactCollector(project.Compilation.GetSemanticModel(trees[i]));
            collector.Visit(trees[i].Root);
            files[i] = collector.Facts;
        });
        return new ProjectFacts(project, [.. files]);
    }

    public FileRoles RoleOf(string path) => roles.GetValueOrDefault(path, FileRoles.Application);

    /// <summary>The value that a name stands for: what its only assignment gives it, followed through imports; anything else is itself.</summary>
    public (Expression Value, SemanticModel Model) Resolve(Expression expression, SemanticModel model)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            if (expression is not (Name or Python.Syntax.Attribute)) break;
            if (expression is Name name && model.GetSymbol(name) is { } local && local.Scope.Node is FunctionDef && local.Bindings is [Name { Parent: Assign assigned }])
            {
                expression = assigned.Value;
                continue;
            }

            if (model.GetQualifiedName(expression) is not { } qualified) break;
            if (assignments.TryGetValue(qualified, out var found)) (expression, model) = (found.Assign.Value, found.Model);
            else if (FindClassValue(qualified) is { } member) (expression, model) = member;
            else break;
        }

        return (expression, model);
    }

    // `settings.API_PREFIX`: the default that the settings class gives its field.
    private (Expression Value, SemanticModel Model)? FindClassValue(string qualifiedName)
    {
        var dot = qualifiedName.LastIndexOf('.');
        if (dot < 0 || Project.Compilation.FindSymbol(qualifiedName[..dot]) is not ClassSymbol owner) return null;
        foreach (var statement in owner.Node.Body)
        {
            var (target, value) = statement switch { Assign { Targets: [var only] } assign => (only, assign.Value), AnnAssign assign => (assign.Target, assign.Value), _ => (null, null) };
            if (value is not null && target is Name name && name.Identifier == qualifiedName[(dot + 1)..]) return (value, Project.Compilation.GetSemanticModel(owner.Tree));
        }

        return null;
    }
}
