using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.MigrationSafety;
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
    private static readonly HashSet<string> EntryPoints = ["app", "main", "wsgi", "asgi", "server", "manage", "application", "run"];

    private static readonly HashSet<string> DevelopmentWords = ["dev", "devel", "development", "local", "test", "tests", "testing", "debug", "docs", "doc", "bench", "benchmark", "benchmarks", "profiling", "ci", "conftest", "fixtures", "factories", "mypy", "pytest", "sphinx", "tasks", "builder", "buildconf", "regression", "sandbox", "cypress", "e2e", "factory", "infra", "scripts"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0308",
        "development-dependency-at-runtime",
        "A tool for development is installed in production",
        "{0}",
        DiagnosticSeverity.Note,
        Precision.Preview,
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
        foreach (var dependency in dependencies.Written.Where(manifest => !IsForDevelopment(RepositoryPath.DirectoryOf(manifest.Path)) && (isDeployed || manifest.Kind is ManifestKind.Pyproject or ManifestKind.SetupPy or ManifestKind.SetupCfg))
            .SelectMany(dependencies.AskedOf).Where(dependency => dependency.Group.IsRuntime && DevelopmentTools.Contains(dependency.Name)).DistinctBy(dependency => dependency.Name))
        {
            context.Examined();
            // Who imports it or calls it needs it, a service that formats code for its users for one.
            if (!use.IsUsedByApplication(dependency.Name)) context.Report(dependencies.LocationOf(dependency), $"`{dependency.Name}` serves development and is declared among what {(isDeployed ? "the application runs on" : "every user of the package installs")}");
        }
    }

    // What only a group for development declares is missing where the package is installed to run.
    private static void ExamineImports(ProjectContext context)
    {
        var model = context.Project.Dependencies;
        var groups = model.Declared.Where(dependency => !dependency.IsConstraintOnly).ToLookup(dependency => dependency.Name, dependency => dependency.Group.Kind);
        var atRuntime = groups.Where(group => group.Any(kind => kind is DependencyGroupKind.Runtime or DependencyGroupKind.Extra)).Select(group => group.Key).ToHashSet();
        // Whoever lists one environment for everything has nothing to forget.
        var root = context.Project.Root;
        if (!model.Manifests.Any(manifest => (root.Length == 0 || RepositoryPath.IsUnder(manifest.Path, root)) && ProjectDependencies.RuntimeOf(manifest).Any())) return;
        var brought = BroughtBy(atRuntime, model.Locks);
        var loaded = LoadedModules(context.Project);
        var foreign = ForeignCode.Of(context.Project);
        foreach (var import in ImportedPackages.Of(context.Project).Imports
            .Where(used => used.Role == FileRoles.Application && used.Import.Context == ImportContext.None && loaded.Contains(used.Importer) && !IsForDevelopment(used.Importer.Tree.Path) && !foreign.Holds(used.Importer.Tree))
            .GroupBy(used => used.Import.Module.Split('.')[0]))
        {
            var names = import.SelectMany(used => model.Installed.For(ImportedPackages.FullName(used.Import))).ToHashSet();
            if (names.FirstOrDefault(groups.Contains) is not { } declared) continue;
            context.Examined();
            if (names.Any(brought.Contains) || DeptrySettings.Of(context.Project).Ignores("DEP004", import.Key) || PackageFamilies.Brings(atRuntime, names) || atRuntime.Any(name => ProvidedModules.MayProvide(name, import.Key))) continue;
            var (importer, record, _) = import.First();
            context.Report(new Location(importer.Tree.Path, importer.Tree.Text, new TextSpan(record.Start, import.Key.Length)), $"`{import.Key}` is imported by what runs, and `{declared}` is declared for development only");
        }
    }

    // A module that nobody imports on the way up is an integration for those who have the package, or a script; entry points are loaded by servers.
    private static HashSet<ModuleSymbol> LoadedModules(Project project)
    {
        var own = project.Modules.Where(module => project.Files.TryGet(module.Tree.Path)?.Role == FileRoles.Application && !IsForDevelopment(module.Tree.Path)).ToList();
        var loaded = own.Where(module => EntryPoints.Contains(module.QualifiedName)).ToHashSet();
        foreach (var module in own)
            foreach (var import in module.Summary.Imports.Where(import => import.Context == ImportContext.None))
                if (ImportGraph.TargetOf(project.Compilation, module, import) is { } target && target != module) loaded.Add(target);
        return loaded;
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

    private static bool IsForDevelopment(string path) =>
        path.Split(['/', '.', '_', '-']).Any(word => DevelopmentWords.Contains(word));
}
