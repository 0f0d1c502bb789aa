using System.Collections.Concurrent;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>The modules, classes and functions that dotted names of documents lead to: a fact shared by the rules on documentation.</summary>
internal sealed class ProjectNames
{
    // Code that fills a module while it runs: what it holds cannot be read.
    private static readonly string[] DynamicMarks = ["sys.modules", "globals()", "recreate_module", "import_structure", "lazy", "__dict__", "setattr("];

    // Names that documents give to the reader's own code or to objects.
    private static readonly HashSet<string> GenericNames =
    [
        "api", "app", "apps", "application", "backend", "base", "client", "cli", "common", "conf", "config", "core", "data", "db", "database", "docs", "examples", "example", "helpers", "lib", "main", "manage", "models", "module", "modules", "my", "package",
        "plugin", "plugins", "project", "request", "response", "routes", "run", "schemas", "scripts", "server", "service", "services", "session", "settings", "setup", "shared", "site", "src", "tasks", "test", "tests", "tools", "urls", "user", "users", "util", "utils", "views", "web", "worker", "wsgi", "asgi",
    ];

    private readonly Project project;
    private readonly HashSet<string> tops = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (bool IsKnown, string? Owner, string? Missing)> resolved = new(StringComparer.Ordinal);

    private ProjectNames(Project project)
    {
        this.project = project;
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        var ambiguous = new HashSet<string>(StringComparer.Ordinal);
        foreach (var module in project.Compilation.Modules)
        {
            var dot = module.QualifiedName.IndexOf('.');
            var top = dot < 0 ? module.QualifiedName : module.QualifiedName[..dot];
            var home = HomeOf(module);
            // What a template lays down is the reader's project, not this one.
            if (home.Contains("template", StringComparison.OrdinalIgnoreCase) || home.Contains("example", StringComparison.OrdinalIgnoreCase)) ambiguous.Add(top);
            if (!homes.TryAdd(top, home) && homes[top] != home) ambiguous.Add(top);
            if (project.Files.TryGet(module.Tree.Path)?.Role == FileRoles.Application && (dot > 0 || module.IsPackage)) tops.Add(top);
        }

        tops.RemoveWhere(top => ambiguous.Contains(top) || StandardLibrary.Contains(top));
    }

    public static ProjectNames Of(Project project) => project.Whole.GetFact(static p => new ProjectNames(p));

    public static bool IsGeneric(string top) => GenericNames.Contains(top);

    /// <summary>Whether a name of at least two parts begins with one of the project's packages.</summary>
    public bool Owns(string name) => name.IndexOf('.') is var dot and > 0 && tops.Contains(name[..dot]);

    public bool IsPackage(string name) => tops.Contains(name);

    /// <summary>Whether a class of the name's last part stands somewhere below the name's package.</summary>
    public bool IsSpreadOut(string name)
    {
        var dot = name.LastIndexOf('.');
        var prefix = name[..(dot + 1)];
        return project.Compilation.Modules.Any(module => module.QualifiedName.StartsWith(prefix, StringComparison.Ordinal) && module.Classes.Any(c => c.Name == name[(dot + 1)..]));
    }

    /// <summary>How many parts of a name lead to a module.</summary>
    public int DepthOfModule(string name)
    {
        for (var prefix = name; prefix.Length > 0; prefix = prefix[..Math.Max(prefix.LastIndexOf('.'), 0)])
            if (project.Compilation.FindModule(prefix) is not null) return prefix.Count(c => c == '.') + 1;
        return 0;
    }

    /// <summary>What a dotted name ends at: nothing when it exists or cannot be told, else the owner and the part that it lacks.</summary>
    /// <param name="name">A name that the project <see cref="Owns"/>.</param>
    public (bool IsKnown, string? Owner, string? Missing) Resolve(string name) => resolved.GetOrAdd(name, ResolveAnew);

    private (bool IsKnown, string? Owner, string? Missing) ResolveAnew(string name)
    {
        var parts = name.Split('.');
        var depth = DepthOfModule(name);
        if (depth == 0) return (false, null, null);
        if (depth == parts.Length) return (true, null, null);
        var module = project.Compilation.FindModule(string.Join('.', parts[..depth]))!;
        return ResolveMember(module, parts[depth..], []);
    }

    private (bool IsKnown, string? Owner, string? Missing) ResolveMember(ModuleSymbol module, string[] rest, HashSet<ModuleSymbol> seen)
    {
        if (!seen.Add(module)) return (false, null, null);
        if (module.Summary.Names.Contains(rest[0])) return rest.Length == 1 ? (true, null, null) : ResolveInClass(module, rest);
        if (rest[0].StartsWith("__", StringComparison.Ordinal) || IsBeside(module, rest[0])) return (true, null, null);
        if (!module.Tree.Diagnostics.IsEmpty || module.Summary.Names.Contains("__getattr__") || DynamicMarks.Any(mark => module.Tree.Text.Content.Contains(mark, StringComparison.Ordinal))) return (false, null, null);
        foreach (var import in module.Summary.Imports)
        {
            if (import.Name != "*") continue;
            if (ModuleNames.ResolveRelative(module.Package, import.Level, import.Module) is not { } source || project.Compilation.FindModule(source) is not { } other) return (false, null, null);
            if (ResolveMember(other, rest, seen) is not { Owner: not null }) return (true, null, null);
        }

        return (true, module.QualifiedName, rest[0]);
    }

    private static (bool IsKnown, string? Owner, string? Missing) ResolveInClass(ModuleSymbol module, string[] rest)
    {
        var @class = module.Classes.FirstOrDefault(c => c.QualifiedName == $"{module.QualifiedName}.{rest[0]}");
        if (@class is null || rest.Length > 2 || !@class.HasKnownBases) return (true, null, null);
        foreach (var reference in @class.Mro)
        {
            if (reference.Symbol is not { } owner)
            {
                if (reference.QualifiedName is "object" or "builtins.object") continue;
                return (true, null, null);
            }

            if (!owner.Node.Decorators.IsEmpty || owner.Scope.Find(rest[1]) is not null || owner.Attributes.ContainsKey(rest[1]) || owner.Scope.Find("__getattr__") is not null || owner.Scope.Find("__slots__") is not null) return (true, null, null);
        }

        return rest[1].StartsWith("__", StringComparison.Ordinal) || !@class.Node.Keywords.IsEmpty ? (true, null, null) : (true, @class.QualifiedName, rest[1]);
    }

    // An extension module, a stub, a folder of data.
    private bool IsBeside(ModuleSymbol module, string name)
    {
        if (!module.IsPackage) return false;
        var folder = RepositoryPath.DirectoryOf(module.Tree.Path);
        return project.Files.DirectoryExists($"{folder}/{name}") || project.Files.Exists($"{folder}/{name}") || project.Files.In(folder).Any(file => file.Name.StartsWith(name + ".", StringComparison.Ordinal));
    }

    private static string HomeOf(ModuleSymbol module)
    {
        var path = module.Tree.Path;
        path = path.EndsWith("/__init__.py", StringComparison.Ordinal) ? path[..^"/__init__.py".Length] : path[..Math.Max(path.LastIndexOf('.'), 0)];
        return path.Length >= module.QualifiedName.Length ? path[..(path.Length - module.QualifiedName.Length)] : path;
    }
}
