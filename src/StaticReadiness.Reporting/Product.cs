namespace StaticReadiness.Reporting;

/// <summary>What the product is called in the files it writes.</summary>
internal static class Product
{
    public const string Name = "StaticReadiness";

    // A name reserved for such use (RFC 2606) until the project has a public address of its own.
    public const string InformationUri = "https://static-readiness.example/";

    public const string Organization = "The StaticReadiness maintainers";

    public static string HelpUriOf(string ruleName) => $"{InformationUri}rules/{ruleName}";
}
