using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>What the comments around a declaration say about it.</summary>
internal static class Explanations
{
    private static readonly string[] ReasonWords = ["need", "requir", "pin", "cve-", "vulnerab", "securit", "transitive", "depend", "because", "used by", "workaround", "compat", "indirect", "conflict", "optional", " caps ", "resolve", "before the", "prior to", "see #", "issue", "://"];

    /// <summary>Whether a comment beside the declaration, or one right above it that gives a reason, says why it is there.</summary>
    public static bool IsExplained(Location location)
    {
        if (location.Text is not { } text) return false;
        var line = text.GetLineIndex(location.Span.Start);
        var own = text.ToString(text.GetLineSpan(line));
        return own.Contains(" #", StringComparison.Ordinal) ? !own.Contains("# expect:", StringComparison.Ordinal) : IsReasonedAbove(text, line);
    }

    /// <summary>Whether a comment at the declaration's end or right above it gives a reason; one that only says what the package is does not.</summary>
    public static bool HasReason(Location location)
    {
        if (location.Text is not { } text) return false;
        var line = text.GetLineIndex(location.Span.Start);
        var own = text.ToString(text.GetLineSpan(line));
        return own.IndexOf(" #", StringComparison.Ordinal) is var at and >= 0 && GivesReason(own[at..]) || IsReasonedAbove(text, line);
    }

    private static bool IsReasonedAbove(SourceText text, int line)
    {
        for (var above = line - 1; above >= 0 && text.ToString(text.GetLineSpan(above)).Trim() is ['#', ..] comment; above--)
            if (GivesReason(comment)) return true;
        return false;
    }

    private static bool GivesReason(string comment) => ReasonWords.Any(word => comment.Contains(word, StringComparison.OrdinalIgnoreCase));
}
