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

    /// <summary>The package that a dotted name begins with: <c>shop</c> of <c>shop.cart.Cart</c>.</summary>
    public static string TopLevel(string dotted) => dotted.IndexOf('.') is > 0 and var dot ? dotted[..dot] : dotted;
}
