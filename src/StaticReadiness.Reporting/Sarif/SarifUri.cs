namespace StaticReadiness.Reporting.Sarif;

/// <summary>Repository paths as URI references.</summary>
internal static class SarifUri
{
    public const string Root = "%SRCROOT%";

    /// <summary>The path percent-encoded segment by segment; the repository itself is <c>./</c>.</summary>
    public static string Of(string path) =>
        path.Length == 0 ? "./" : string.Join('/', path.Split('/').Select(static s => Uri.EscapeDataString(s)));
}
