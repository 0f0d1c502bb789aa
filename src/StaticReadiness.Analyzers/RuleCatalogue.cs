using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers;

/// <summary>All rules of the product, in order of their ids. The build lists them: a class with a help page beside it is a rule.</summary>
public static partial class RuleCatalogue
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } = [.. Create().OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal)];

    /// <summary>The rule with an id or a name, or null.</summary>
    public static DiagnosticAnalyzer? Find(string idOrName) =>
        All.FirstOrDefault(rule => rule.Descriptor.Name == idOrName || string.Equals(rule.Descriptor.Id, idOrName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The help page of a rule, in Markdown.</summary>
    public static string HelpPageOf(DiagnosticAnalyzer rule)
    {
        using var stream = rule.GetType().Assembly.GetManifestResourceStream($"{rule.GetType().Name}.md")
            ?? throw new InvalidOperationException($"{rule.Descriptor.Name} has no help page");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static partial DiagnosticAnalyzer[] Create();
}
