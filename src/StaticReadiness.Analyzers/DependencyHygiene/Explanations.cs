using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>What the comments around a declaration say about it.</summary>
internal static class Explanations
{
    private static readonly string[] ReasonWords = ["need", "requir", "pin", "cve-", "vulnerab", "securit", "transitive", "depend", "because", "used by", "workaround", "compat", "indirect", "conflict", "optional", " caps ", "resolve", "before the", "prior to"];

    /// <summary>Whether a comment beside the declaration, or one right above it that gives a reason, says why it is there.</summary>
    public static bool IsExplained(Location location)
    {
        if (location.Text is not { } text) return false;
        var line = text.GetLineIndex(location.Span.Start);
        var own = text.ToString(text.GetLineSpan(line));
        if (own.Contains(" #", StringComparison.Ordinal)) return !own.Contains("# expect:", StringComparison.Ordinal);
        for (var above = line - 1; above >= 0 && text.ToString(text.GetLineSpan(above)).Trim() is ['#', ..] comment; above--)
            if (ReasonWords.Any(word => comment.Contains(word, StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }
}
