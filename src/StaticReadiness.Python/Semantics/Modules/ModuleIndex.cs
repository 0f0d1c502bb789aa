using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>The project's modules by every dotted name they can be imported under.</summary>
internal sealed class ModuleIndex
{
    private readonly Dictionary<string, List<ModuleSymbol>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ModuleSymbol> byPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> packages = new(StringComparer.Ordinal);

    public static ImmutableArray<string> InnermostFirst(IEnumerable<string> roots) => [.. roots.OrderByDescending(root => root.Trim('/').Length)];

    /// <summary>The canonical name is the one below the innermost source root; the others are names it can be found under.</summary>
    public static ImmutableArray<string> GetNames(string path, ImmutableArray<string> innermostFirst)
    {
        var names = new List<string>();
        foreach (var root in innermostFirst)
            if (ModuleNames.FromPath(path, root) is { Length: > 0 } name && !names.Contains(name)) names.Add(name);
        if (names.Count == 0) names.Add(Path.GetFileNameWithoutExtension(path));
        return [.. names];
    }

    public void Add(ModuleSymbol module)
    {
        byPath[module.Tree.Path] = module;
        foreach (var name in module.ImportNames)
        {
            if (!byName.TryGetValue(name, out var list)) byName[name] = list = [];
            list.Add(module);
            for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
                if (!packages.Add(name[..dot])) break;
        }
    }

    /// <summary>True when a module of the project lies below that dotted name.</summary>
    public bool IsPackage(string name) => packages.Contains(name);

    /// <summary>The modules whose canonical name it is.</summary>
    public IReadOnlyList<ModuleSymbol> Named(string name) =>
        byName.TryGetValue(name, out var list) ? list.FindAll(module => module.QualifiedName == name) : [];

    /// <summary>The module of that name; where several files share it, the one nearest to the importing file.</summary>
    public ModuleSymbol? Find(string name, ModuleSymbol? importer)
    {
        if (byName.TryGetValue(name, out var list))
        {
            if (list.Count == 1 || importer is null) return list[0];
            var best = list[0];
            var bestLength = -1;
            foreach (var candidate in list)
            {
                var length = CommonFolders(candidate.Tree.Path, importer.Tree.Path);
                if (length > bestLength) (best, bestLength) = (candidate, length);
            }

            return best;
        }

        return importer is null ? null : FindBeside(name, importer);
    }

    /// <summary>A script sees the modules of its own folder first (the first entry of <c>sys.path</c>).</summary>
    private ModuleSymbol? FindBeside(string name, ModuleSymbol importer)
    {
        if (importer.ScriptFolder is not { } folder) return null;
        var path = folder + name.Replace('.', '/');
        return byPath.GetValueOrDefault(path + ".py") ?? byPath.GetValueOrDefault(path + "/__init__.py");
    }

    /// <summary>See <see cref="ModuleSymbol.ScriptFolder"/>.</summary>
    public string? FindScriptFolder(string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        return byPath.ContainsKey(folder + "__init__.py") ? null : folder;
    }

    private static int CommonFolders(string left, string right)
    {
        var common = 0;
        for (var i = 0; i < left.Length && i < right.Length && left[i] == right[i]; i++)
            if (left[i] == '/') common++;
        return common;
    }
}
