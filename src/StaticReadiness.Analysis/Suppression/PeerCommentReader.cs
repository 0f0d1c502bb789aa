using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StaticReadiness.Analysis.Suppression;

/// <summary>Reads the suppression comments of other tools, each as its tool's documentation describes it.</summary>
internal static partial class PeerCommentReader
{
    public static IEnumerable<PeerComment> Read(string comment)
    {
        foreach (Match match in Noqa().Matches(comment))
            yield return new PeerComment(PeerTool.Noqa, Codes(match), match.Groups["file"].Success ? PeerScope.File : PeerScope.Line);
        foreach (Match match in Nosec().Matches(comment))
            yield return new PeerComment(PeerTool.Bandit, Codes(match), PeerScope.Line);
        foreach (Match match in Pylint().Matches(comment))
            yield return new PeerComment(PeerTool.Pylint, Codes(match), match.Groups["next"].Success ? PeerScope.NextLine : PeerScope.Block);
        foreach (Match match in TypeIgnore().Matches(comment))
            yield return new PeerComment(PeerTool.TypeChecker, Codes(match), PeerScope.Line);
        foreach (var deptry in ReadDeptry(comment)) yield return deptry;
    }

    private static IEnumerable<PeerComment> ReadDeptry(string comment) =>
        Deptry().Matches(comment).Select(match => new PeerComment(PeerTool.Deptry, Codes(match), PeerScope.Line));

    private static ImmutableArray<string> Codes(Match match) =>
        [.. match.Groups["codes"].Value.Split([',', ' ', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"#\s*(?<file>(ruff|flake8)\s*:\s*)?noqa\b(\s*:\s*(?<codes>[A-Z][A-Z0-9]*[0-9]*(\s*[, ]\s*[A-Z]+[0-9]+)*))?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Noqa();

    [GeneratedRegex(@"#\s*nosec\b:?(?<codes>(\s*,?\s*(B[0-9]{3}|[a-z_]+_[a-z_]+))+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nosec();

    [GeneratedRegex(@"#.*\bpylint\s*:\s*disable(?<next>-next)?\s*=\s*(?<codes>[A-Za-z0-9-]+(\s*,\s*[A-Za-z0-9-]+)*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pylint();

    [GeneratedRegex(@"#\s*(type|pyright)\s*:\s*ignore(\[(?<codes>[A-Za-z0-9-]+(\s*,\s*[A-Za-z0-9-]+)*)\])?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeIgnore();

    [GeneratedRegex(@"#\s*deptry\s*:\s*ignore(\[(?<codes>DEP[0-9]{3}(\s*,\s*DEP[0-9]{3})*)\])?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Deptry();
}
