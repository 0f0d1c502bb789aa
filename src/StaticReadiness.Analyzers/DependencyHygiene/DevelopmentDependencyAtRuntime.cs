using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports tools for tests and checks among the packages that an application installs to run.</summary>
public sealed class DevelopmentDependencyAtRuntime : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0308",
        "development-dependency-at-runtime",
        "A tool for development is installed in production",
        "{0}",
        DiagnosticSeverity.Note,
        Precision.Medium,
        "dependency-hygiene",
        "declared-equals-used")
    {
        PeerIds = ["DEP004"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no dependency is declared");
        ExamineImports(context);
        ExamineDeclarations(context);
    }

    private static void ExamineDeclarations(ProjectContext context)
    {
        var dependencies = ProjectDependencies.Of(context.Project);
        var use = DependencyUse.Of(context.Project);
        // A library's requirements files serve those who work on it; what its users get stands in its metadata.
        var isDeployed = context.Project.Kind is ProjectKind.Application or ProjectKind.Cli;
        foreach (var dependency in dependencies.Main.Where(manifest => !RuntimeReach.IsForDevelopment(RepositoryPath.DirectoryOf(manifest.Path) + "/.") && (isDeployed || OfferedManifests.IsMetadata(manifest)) && !IsToolList(manifest))
            .SelectMany(dependencies.AskedOf).Where(dependency => dependency.Group.IsRuntime && DevelopmentTools.Contains(dependency.Name) && !MakesData(dependency.Name)).DistinctBy(dependency => dependency.Name))
        {
            context.Examined();
            // Who imports it or calls it needs it, a service that formats code for its users for one.
            if (!use.IsUsedByApplication(dependency.Name) && !use.IsImportedOutsideTests(dependency.Name) && !IsSpokenOf(context.Project, dependency.Name) && !Explanations.IsExplained(dependencies.LocationOf(dependency)))
                context.Report(dependencies.LocationOf(dependency), $"`{dependency.Name}` serves development and is declared among what {(isDeployed ? "the application runs on" : "every user of the package installs")}");
        }
    }

    // A list of which tools are a good part is the developers' own, whatever its name.
    private static bool IsToolList(Manifest manifest)
    {
        const int part = 4;
        const int several = 3;
        var tools = manifest.Dependencies.Count(dependency => DevelopmentTools.Contains(dependency.Name));
        return manifest.Kind == ManifestKind.Requirements && tools >= several && tools * part > manifest.Dependencies.Length;
    }

    // Commands that fill a new installation use factories that lie among the tests.
    private static bool MakesData(string name) => name is "factory-boy" or "faker" or "model-bakery" or "mimesis";

    // A group may be for a way to deploy ("production", "cdk"): only its name tells that it is for development.
    private static bool IsForRuntime(DependencyGroup group) =>
        group.Kind is DependencyGroupKind.Runtime or DependencyGroupKind.Extra || (group.Kind == DependencyGroupKind.Development && group.Name.Length > 0 && DependencyGroup.FromFileName(group.Name).IsRuntime);

    // Code that speaks of a tool may run it under another name.
    private static bool IsSpokenOf(Project project, string name) =>
        project.Trees.Any(tree => project.Files.TryGet(tree.Path)?.Role == FileRoles.Application && tree.Text.Content.Contains(name, StringComparison.Ordinal));

    // What only a group for development declares is missing where the package is installed to run.
    private static void ExamineImports(ProjectContext context)
    {
        var model = context.Project.Dependencies;
        // Two lists may be for two places; one manifest with groups says what is for which.
        var grouped = model.Manifests.Where(manifest => OfferedManifests.IsMetadata(manifest) || manifest.Kind == ManifestKind.Pipfile).Where(manifest => ProjectDependencies.RuntimeOf(manifest).Any()).Select(manifest => manifest.Path).ToHashSet();
        var groups = model.Declared.Where(dependency => !dependency.IsConstraintOnly).ToLookup(dependency => dependency.Name);
        var atRuntime = groups.Where(group => group.Any(dependency => IsForRuntime(dependency.Group))).Select(group => group.Key).ToHashSet();
        // Whoever lists one environment for everything has nothing to forget.
        if (context.Project.Kind is not (ProjectKind.Application or ProjectKind.Cli)) return;
        var root = context.Project.Root;
        if (!model.Manifests.Any(manifest => (root.Length == 0 || RepositoryPath.IsUnder(manifest.Path, root)) && ProjectDependencies.RuntimeOf(manifest).Any())) return;
        var brought = BroughtBy(atRuntime, model.Locks);
        var reach = RuntimeReach.Of(context.Project);
        var along = BroughtAlong.By(atRuntime, model.Locks);
        foreach (var import in ImportedPackages.Of(context.Project).Imports
            .Where(used => used.Import.Context == ImportContext.None && reach.Contains(used.Importer))
            .GroupBy(used => ModuleNames.TopLevel(used.Import.Module)))
        {
            var names = import.SelectMany(used => model.Installed.For(ImportedPackages.FullName(used.Import))).ToHashSet();
            // Code that imports a tool for development is development itself, wherever it lies.
            if (names.FirstOrDefault(groups.Contains) is not { } declared || DevelopmentTools.Contains(declared) || !groups[declared].Any(found => grouped.Contains(found.File))) continue;
            context.Examined();
            if (names.Any(brought.Contains) || names.Any(name => along.OwnerOf(name) is not null) || DeptrySettings.Of(context.Project).Ignores("DEP004", import.Key) || PackageFamilies.Brings(atRuntime, names) || atRuntime.Any(name => ProvidedModules.MayProvide(name, import.Key))) continue;
            var (importer, record, _) = import.First();
            context.Report(new Location(importer.Tree.Path, importer.Tree.Text, new TextSpan(record.Start, import.Key.Length)), $"`{import.Key}` is imported by what runs, and `{declared}` is declared for development only");
        }
    }

    private static HashSet<string> BroughtBy(HashSet<string> declared, IEnumerable<LockFile> locks)
    {
        var asks = locks.SelectMany(found => found.Packages).ToLookup(package => package.Name, package => package.Dependencies);
        var brought = new HashSet<string>(declared);
        var pending = new Stack<string>(declared);
        while (pending.TryPop(out var name))
            foreach (var asked in asks[name].SelectMany(names => names))
                if (brought.Add(asked)) pending.Push(asked);
        return brought;
    }
}
