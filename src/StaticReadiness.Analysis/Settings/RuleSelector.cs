using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Which rules a word of the settings names: <c>ALL</c>, an id or its prefix, a name, or a dimension.</summary>
public static class RuleSelector
{
    public const string All = "ALL";

    public static bool Matches(string selector, DiagnosticDescriptor rule) =>
        selector == All || selector == rule.Name || selector == rule.Dimension || IsIdPrefix(selector, rule.Id);

    /// <summary>Whether a word names anything among the rules.</summary>
    public static bool IsKnown(string selector, IEnumerable<DiagnosticDescriptor> rules) => rules.Any(rule => Matches(selector, rule));

    /// <summary>Whether the settings let a rule run; a word for one rule outweighs a word for many.</summary>
    public static bool IsEnabled(DiagnosticDescriptor rule, AnalysisSettings settings)
    {
        var byDefault = rule.IsEnabledByDefault && rule.Precision != Precision.Preview;
        var selected = Math.Max(Strength(settings.Select, rule, byDefault), Strength(settings.ExtendSelect, rule, byDefault));
        if (settings.Select.IsEmpty && selected == 0 && byDefault) selected = 1;
        return selected > 0 && selected > Strength(settings.Ignore, rule, takesMany: true);
    }

    // a rule that is off by default runs only when it is named itself, not when it is one of many
    private static int Strength(ImmutableArray<string> selectors, DiagnosticDescriptor rule, bool takesMany)
    {
        var strongest = 0;
        foreach (var selector in selectors)
        {
            if (!Matches(selector, rule)) continue;
            var strength = selector == rule.Name || selector == rule.Id ? 1000 : takesMany ? Breadth(selector) : 0;
            strongest = Math.Max(strongest, strength);
        }

        return strongest;
    }

    private static int Breadth(string selector) => selector switch
    {
        All => 2,
        _ when selector.StartsWith("SR", StringComparison.Ordinal) => 3 + selector.Length,
        _ => 6,
    };

    private static bool IsIdPrefix(string selector, string id) =>
        selector.Length >= 2 && selector.StartsWith("SR", StringComparison.Ordinal) && id.StartsWith(selector, StringComparison.Ordinal);
}
