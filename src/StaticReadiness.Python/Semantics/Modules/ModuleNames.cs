using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>Finds the dotted names under which files can be imported.</summary>
public static class ModuleNames
{
    /// <summary>The dotted name of a file below a source root, or null when it lies elsewhere or is no importable name.</summary>
    /// <param name="path">The path relative to the repository's root.</param>
    /// <param name="root">A source root relative to the repository's root; empty for the repository itself.</param>
    public static string? FromPath(string path, string root)
    {
        root = root.Trim('/');
        if (root is ".") root = "";
        if (root.Length > 0)
        {
            if (!path.StartsWith(root, StringComparison.Ordinal) || path.Length <= root.Length || path[root.Length] != '/') return null;
            path = path[(root.Length + 1)..];
        }

        var dot = path.LastIndexOf('.');
        if (dot > path.LastIndexOf('/')) path = path[..dot];
        if (path.EndsWith("/__init__", StringComparison.Ordinal)) path = path[..^"/__init__".Length];
        return path.Contains('.') ? null : path.Replace('/', '.');
    }

    /// <summary>The absolute name of the module that an import names, or null when it climbs out of the package.</summary>
    public static string? ResolveRelative(string package, int level, string module)
    {
        if (level == 0) return module;
        for (; level > 1; level--)
        {
            if (package.Length == 0) return null;
            var dot = package.LastIndexOf('.');
            package = dot < 0 ? "" : package[..dot];
        }

        return module.Length == 0 ? package : package.Length == 0 ? module : package + "." + module;
    }

    /// <summary>The folders from which a repository's modules are imported: the parents of its topmost packages, <c>src</c> folders, folders with <c>manage.py</c>, and the repository itself.</summary>
    public static ImmutableArray<string> FindSourceRoots(IEnumerable<string> paths)
    {
        var files = paths.ToHashSet(StringComparer.Ordinal);
        var roots = new SortedSet<string>(StringComparer.Ordinal) { "" };
        foreach (var path in files)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            var folder = GetParent(path);
            if (name is "manage.py" or "setup.py" or "pyproject.toml") roots.Add(folder);
            if (name == "__init__.py")
            {
                var parent = GetParent(folder);
                if (folder.Length > 0 && !files.Contains(Join(parent, "__init__.py"))) roots.Add(parent);
            }

            for (var at = folder; at.Length > 0; at = GetParent(at))
            {
                if (at[(at.LastIndexOf('/') + 1)..] == "src" && path.EndsWith(".py", StringComparison.Ordinal) && !files.Contains(Join(at, "__init__.py"))) roots.Add(at);
            }
        }

        return [.. roots];
    }

    private static string GetParent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static string Join(string folder, string name) => folder.Length == 0 ? name : folder + "/" + name;
}
