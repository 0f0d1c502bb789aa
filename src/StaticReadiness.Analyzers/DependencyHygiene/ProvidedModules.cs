using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Which modules a distribution may provide when no table tells: by the ways in which distributions are named after their modules.</summary>
internal static class ProvidedModules
{
    private static readonly string[] Prefixes = ["django_", "flask_", "python_", "python3_", "pytest_", "djangorestframework_", "drf_", "py", "types_"];
    private static readonly string[] Suffixes = ["_python", "_py", "_python3", "_client", "_sdk", "_api", "_lib", "_binary", "_django", "_ng", "py", "2", "3"];

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

    private static IEnumerable<string> Cores(string name)
    {
        yield return name;
        foreach (var prefix in Prefixes)
            if (name.Length > prefix.Length + 1 && name.StartsWith(prefix, StringComparison.Ordinal)) yield return name[prefix.Length..];
        foreach (var suffix in Suffixes)
            if (name.Length > suffix.Length + 1 && name.EndsWith(suffix, StringComparison.Ordinal)) yield return name[..^suffix.Length];
    }
}
