using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads the text of a path, also one that is put together of constants; a part that is computed becomes an ellipsis.</summary>
internal static class PathText
{
    public const string Unknown = "…";

    private const int Deepest = 8;

    public static string Of(SiteValue value, SiteFile file, ProjectFacts facts) => Of(value, file, facts, 0);

    private static string Of(SiteValue given, SiteFile givenFile, ProjectFacts facts, int depth)
    {
        if (depth == Deepest) return Unknown;
        var (value, file) = facts.Resolve(given, givenFile);
        return value.Kind switch
        {
            SiteValueKind.String => value.Text!,
            SiteValueKind.Joined or SiteValueKind.Sum => Join((value.Parts ?? []).Select(part => Of(part, file, facts, depth + 1))),
            SiteValueKind.Formatted => Of(value.Inner, file, facts, depth + 1),
            SiteValueKind.Call when value.Arguments is [var only] && GivesBack(value, file, facts) => Of(only, file, facts, depth + 1),
            _ => Unknown,
        };
    }

    private static string Join(IEnumerable<string> parts) => string.Concat(parts).Replace(Unknown + Unknown, Unknown, StringComparison.Ordinal);

    // `def scoped(rule): if settings.MANY: return "/<org>" + rule; return rule` gives the rule back unless it is told otherwise.
    private static bool GivesBack(SiteValue call, SiteFile file, ProjectFacts facts) =>
        file.ResolveFunction(call.Function) is { } function && facts.FileOf(function).Facts.GivingBack.Contains(function.Node.Start);
}
