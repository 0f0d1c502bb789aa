namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>What is wrong with an installer's option about where packages come from.</summary>
internal static class PackageSources
{
    /// <summary>The fault in words, or null when there is none.</summary>
    public static string? FaultOf(string name, string value, string file) => name switch
    {
        "--trusted-host" => $"`--trusted-host` takes packages from `{value}` without checking its certificate",
        "--index-url" or "-i" or "--extra-index-url" or "--find-links" or "-f" or "source" when IsPlain(value) => $"packages are fetched from `{Host(value)}` without encryption",
        // uv asks the indexes in turn and stops at the first that knows a name; pip takes the highest version of all.
        "--extra-index-url" when !file.EndsWith("pyproject.toml", StringComparison.Ordinal) && !value.Contains('$') => $"`--extra-index-url` lets `{Host(value)}` and the main index answer for the same names",
        _ => null,
    };

    private static bool IsPlain(string url) =>
        url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && Host(url) is var host && !(host.StartsWith("localhost", StringComparison.Ordinal) || host.StartsWith("127.", StringComparison.Ordinal));

    // Credentials stand before the host and are never shown.
    private static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.Authority : "another index";
}
