using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Evidence;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Testing.Markdown;

/// <summary>One case of a rule's page: files, and what is expected of them.</summary>
/// <param name="Title">The headings that lead to the case, joined by a slash.</param>
/// <param name="Line">The line of the heading in the page, from 1.</param>
public sealed record MarkdownCase(string Title, int Line)
{
    public ImmutableArray<CaseFile> Files { get; init; } = [];

    public ImmutableArray<Expectation> Expectations { get; init; } = [];

    /// <summary>The repository's past; null for files without git.</summary>
    public GitHistory? History { get; init; }

    /// <summary>The evidence file of an <c>evidence</c> fence, or none.</summary>
    public EvidenceFile Evidence { get; init; } = EvidenceFile.None;

    /// <summary>The kind the project is taken for; null leaves it to detection.</summary>
    public ProjectKind? Kind { get; init; }

    /// <summary>The outcome the rule under test must reach; null when the page does not say.</summary>
    public RuleOutcome? Outcome { get; init; }

    /// <summary>The criteria the rule must prove; null when the page does not say, empty for none.</summary>
    public ImmutableArray<string>? Proofs { get; init; }

    public int? Opportunities { get; init; }

    public DateOnly? Today { get; init; }

    /// <summary>What the case sets of the options of the rule under test, by name, as written.</summary>
    public ImmutableSortedDictionary<string, string> Options { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether broken Python is the point of the case.</summary>
    public bool AllowsSyntaxErrors { get; init; }
}
