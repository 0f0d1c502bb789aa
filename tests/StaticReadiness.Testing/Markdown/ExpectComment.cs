using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StaticReadiness.Testing.Markdown;

/// <summary>The comment <c># expect: rule-name, other-rule</c> at the end of a line, in the comment syntax of any language.</summary>
internal static partial class ExpectComment
{
    /// <summary>The line without its comment, so that the rule under test does not see it.</summary>
    public static string Strip(string line, out ImmutableArray<string> rules)
    {
        var match = Pattern().Match(line);
        rules = match.Success ? [.. match.Groups["rules"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] : [];
        return match.Success ? line[..match.Index] : line;
    }

    [GeneratedRegex(@"\s*(#|//|--|;|<!--)\s*expect:(?<rules>[a-z0-9, -]+?)\s*(-->)?\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
