using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Which modules a distribution may provide when no table tells: by the ways in which distributions are named after their modules.</summary>
internal static class ProvidedModules
{
    private static readonly string[] Prefixes = ["django_", "flask_", "python_", "python3_", "pytest_", "djangorestframework_", "drf_", "py", "types_"];
    private static readonly string[] Suffixes = ["_python", "_py", "_python3", "_client", "_sdk", "_api", "_lib", "_binary", "_django", "_ng", "py", "2", "3"];

    private static readonly HashSet<string> CommonWords = ["python", "django", "flask", "fastapi", "pytest", "the", "for", "lib", "api", "sdk", "client", "core", "utils", "tools", "async", "aio", "rest", "framework", "plugin", "data", "version", "server", "storage", "models", "types"];

    /// <summary>The top-level names the distribution (normalised) may be imported by, the likeliest first.</summary>
    public static IEnumerable<string> Of(string distribution, InstalledDistributions installed)
    {
        foreach (var module in installed.ModulesOf(distribution)) yield return module;
        foreach (var core in Cores(distribution.Replace('-', '_')))
        {
            yield return core;
            if (core.Contains('_')) yield return core.Replace("_", "", StringComparison.Ordinal);
        }
    }

    /// <summary>Whether a module nobody else accounts for may come from the distribution: all words of the one are among the other's.</summary>
    public static bool MayProvide(string distribution, string module)
    {
        var joined = distribution.Replace("-", "", StringComparison.Ordinal);
        var name = module.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        if (name.Length == 0) return false;
        if (joined.Contains(name, StringComparison.Ordinal) || (joined.Length > 3 && name.Contains(joined, StringComparison.Ordinal))) return true;
        var words = distribution.Split('-');
        var parts = module.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(part => words.Contains(part, StringComparer.Ordinal));
    }

    /// <summary>Whether a module of unknown origin and a distribution share a word that is not said of everything: st_aggrid and streamlit-aggrid, redminelib and python-redmine.</summary>
    public static bool Resembles(string distribution, string module)
    {
        var parts = module.ToLowerInvariant().Split('_').Where(part => part.Length > 2 && !CommonWords.Contains(part)).ToList();
        return MayProvide(distribution, module)
            || distribution.Split('-').Where(word => word.Length > 2 && !CommonWords.Contains(word)).Any(word => parts.Exists(part => part == word || (word.Length > 3 && part.Length > 3 && (part.StartsWith(word, StringComparison.Ordinal) || word.StartsWith(part, StringComparison.Ordinal)))));
    }

    /// <summary>The command that a distribution may be called by where it is its last word: openedx-atlas installs `atlas`.</summary>
    public static IEnumerable<string> CommandsOf(string distribution)
    {
        const int telling = 5;
        var last = distribution[(distribution.LastIndexOf('-') + 1)..];
        return last.Length >= telling && last.Length < distribution.Length && !CommonWords.Contains(last) ? [last] : [];
    }

    private static IEnumerable<string> Cores(string name)
    {
        yield return name;
        foreach (var prefix in Prefixes)
            if (name.Length > prefix.Length + 1 && name.StartsWith(prefix, StringComparison.Ordinal)) yield return name[prefix.Length..];
        foreach (var suffix in Suffixes)
            if (name.Length > suffix.Length + 1 && name.EndsWith(suffix, StringComparison.Ordinal)) yield return name[..^suffix.Length];
    }
}
