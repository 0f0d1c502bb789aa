using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Analyzers.MigrationSafety;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>The modules that tests import, directly, through other modules, or through a name in a string: a fact shared by rules.</summary>
internal sealed class TestReach
{
    private static readonly string[] Importers =
        ["import_module", "__import__", "walk_packages", "iter_modules", "autodiscover_modules", "find_modules", "import_string", "load_module", "spec_from_file_location"];

    private readonly HashSet<string> reached = [];
    private readonly HashSet<string> mentioned = [];
    private readonly HashSet<string> unresolved = [];

    private TestReach(Project project)
    {
        foreach (var module in project.Modules) CollectNames(module);
        var open = new Queue<ModuleSymbol>();
        var roles = project.Files;
        foreach (var module in project.Modules)
            if (roles.TryGet(module.Tree.Path) is { Role: FileRoles.Test } || IsMentioned(module.QualifiedName)) Add(module, open);
        while (open.TryDequeue(out var module))
        {
            foreach (var import in module.Summary.Imports)
            {
                if (ImportGraph.TargetOf(project.Compilation, module, import) is { } target) Add(target, open);
                if (ModuleNames.ResolveRelative(module.Package, import.Level, import.Module) is not { } name) continue;
                if (project.Compilation.FindModule(name, module) is { } package) Add(package, open);
                else unresolved.Add(ModuleNames.TopLevel(name));
                if (import.Name is { } member && project.Compilation.FindModule($"{name}.{member}", module) is { } submodule) Add(submodule, open);
            }
        }
    }

    public static TestReach Of(Project project) => project.GetFact(static p => new TestReach(p));

    /// <summary>Whether modules are imported by computed names, so that nobody can say which.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether a test reaches a file, or imports something of the name of one of its folders from a place that is not known.</summary>
    public bool Contains(SyntaxTree tree) => reached.Contains(tree.Path) || tree.Path.Split('/').SkipLast(1).Any(unresolved.Contains);

    private void Add(ModuleSymbol module, Queue<ModuleSymbol> open)
    {
        if (reached.Add(module.Tree.Path)) open.Enqueue(module);
    }

    // INSTALLED_APPS, include("shop.urls"), entry points, tables of plugins.
    private void CollectNames(ModuleSymbol module)
    {
        mentioned.UnionWith(module.Summary.DottedStrings);
        if (!IsOpen && Array.Exists(Importers, module.Tree.MayMention)) IsOpen = module.Tree.Root.DescendantsAndSelf().Any(ImportsComputedName);
    }

    private static bool ImportsComputedName(SyntaxNode node) =>
        node is Call call && call.Function.LastName() is { } name && Importers.Contains(name) && !(call.Arguments is [var module, ..] && module.StringValue() is not null);

    private bool IsMentioned(string module)
    {
        for (var name = module; name.Length > 0; name = name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "")
            if (mentioned.Contains(name)) return true;
        return false;
    }
}
