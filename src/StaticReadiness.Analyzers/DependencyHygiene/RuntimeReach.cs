using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.MigrationSafety;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>The modules that are loaded whenever the project runs: those that servers and installers start, and what these import while they load. A fact.</summary>
internal sealed class RuntimeReach
{
    /// <summary>Modules that a framework, a server or the interpreter loads by their name, wherever they lie.</summary>
    private static readonly HashSet<string> Entries = ["wsgi", "asgi", "__main__", "celery", "settings", "urls", "models", "apps"];

    /// <summary>Modules that servers and installed commands start, at the top of a project or of its package; further down they may be anything's.</summary>
    private static readonly HashSet<string> TopEntries = ["app", "main", "server", "application", "run", "cli", "celeryapp", "celery_app", "routes", "api", "webapp", "web"];

    /// <summary>Programs that load extensions: what imports them runs inside them, where they are, and what such a file imports beside them may come with them.</summary>
    private static readonly HashSet<string> Hosts = ["sphinx", "docutils", "sphinxcontrib", "pytest", "_pytest", "pylint", "astroid", "flake8", "mypy", "mkdocs", "ansible", "gdb", "lldb", "bpy", "pyodide", "js", "locust", "scrapy_splash", "invoke", "fabric", "nox"];

    private static readonly HashSet<string> DevelopmentWords =
    [
        "dev", "devel", "development", "local", "test", "tests", "testing", "debug", "docs", "doc", "bench", "benchmark", "benchmarks", "profiling", "ci", "conftest", "fixtures", "factory", "factories", "mypy", "pytest", "pylint", "lint",
        "sphinx", "builder", "buildconf", "regression", "sandbox", "cypress", "e2e", "infra", "cdk", "scripts", "script", "examples", "example", "demo", "demos", "migrations", "setup", "changelog", "fabfile", "noxfile", "misc", "hack", "notebooks", "packaging",
    ];

    /// <summary>Folders of what only some install: an entry there is not the project's.</summary>
    private static readonly HashSet<string> OptionalWords =
    [
        "plugin", "plugins", "ext", "extension", "extensions", "extra", "extras", "addon", "addons", "contrib", "integration", "integrations", "backends", "providers", "connectors", "adapters", "modules", "experimental", "legacy", "deprecated", "training", "research",
        "tool", "tools", "utils", "util", "optional", "recipes", "samples", "tutorial", "tutorials", "deploy", "installer", "lambda", "functions",
    ];

    /// <summary>The number of folders below the project's own that a program's start may lie in; one further down starts something of its own.</summary>
    private const int Deepest = 3;

    private readonly HashSet<ModuleSymbol> loaded = [];

    private RuntimeReach(Project project)
    {
        var foreign = ForeignCode.Of(project);
        var hosted = project.Modules.Where(module => module.Summary.Imports.Any(import => import.Level == 0 && Hosts.Contains(ModuleNames.TopLevel(import.Module)))).ToHashSet();
        var hostFolders = hosted.Where(module => module.Summary.Imports.Any(import => ModuleNames.TopLevel(import.Module) is "pylint" or "astroid")).Select(module => RepositoryPath.DirectoryOf(module.Tree.Path)).Where(folder => folder.Length > 0).ToHashSet();
        var candidates = project.Modules.Where(module => project.Files.TryGet(module.Tree.Path)?.Role == FileRoles.Application
            && !hosted.Contains(module) && !hostFolders.Contains(RepositoryPath.DirectoryOf(module.Tree.Path)) && !IsForDevelopment(module.Tree.Path) && !foreign.Holds(module.Tree)).ToHashSet();
        var pending = new Stack<ModuleSymbol>(candidates.Where(module => IsEntry(module) && Depth(project.Root, module.Tree.Path) <= Deepest && !Words(module.Tree.Path).Any(OptionalWords.Contains)));
        while (pending.TryPop(out var module))
        {
            if (!candidates.Contains(module) || !loaded.Add(module)) continue;
            foreach (var import in module.Summary.Imports.Where(import => import.Context == ImportContext.None))
                if (ImportGraph.TargetOf(project.Compilation, module, import) is { } target) pending.Push(target);
            if (module.QualifiedName.LastIndexOf('.') is var dot and > 0 && project.Compilation.FindModule(module.QualifiedName[..dot], module) is { } parent) pending.Push(parent);
        }
    }

    public static RuntimeReach Of(Project project) => project.GetFact(static p => new RuntimeReach(p));

    public bool Contains(ModuleSymbol module) => loaded.Contains(module);

    /// <summary>Whether a path says that what lies there serves developers.</summary>
    public static bool IsForDevelopment(string path) => Words(path).Any(DevelopmentWords.Contains);

    private static IEnumerable<string> Words(string path) => path.Split(['/', '.', '_', '-']).SkipLast(1);

    private static bool IsEntry(ModuleSymbol module)
    {
        var name = module.QualifiedName;
        var last = name[(name.LastIndexOf('.') + 1)..];
        var depth = name.Count(c => c == '.');
        return Entries.Contains(last) || (depth <= 1 && TopEntries.Contains(last)) || (module.IsPackage && depth == 0);
    }

    private static int Depth(string root, string path) => path.Count(c => c == '/') - (root.Length == 0 ? 0 : root.Count(c => c == '/') + 1);
}
