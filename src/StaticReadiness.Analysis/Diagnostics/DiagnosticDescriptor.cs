using System.Collections.Immutable;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>What there is to know about a rule before it runs.</summary>
/// <param name="Id">The id of the catalogue, <c>SR0102</c>; never reused.</param>
/// <param name="Name">The bad pattern in kebab case, <c>swallowed-exception</c>.</param>
/// <param name="Title">One sentence without a final full stop.</param>
/// <param name="MessageFormat">A composite format; states the fact and names the culprit in backticks, without a remedy or a final full stop.</param>
/// <param name="Dimension">The id of the dimension, <c>error-handling</c>.</param>
/// <param name="Criterion">The id of the criterion within the dimension, <c>no-swallowing</c>.</param>
public sealed record DiagnosticDescriptor(
    string Id,
    string Name,
    string Title,
    string MessageFormat,
    DiagnosticSeverity Severity,
    Precision Precision,
    string Dimension,
    string Criterion)
{
    /// <summary>The weaknesses of the Common Weakness Enumeration that fit, by number.</summary>
    public ImmutableArray<int> Cwe { get; init; } = [];

    /// <summary>The roles of the files whose nodes and trees the rule is shown.</summary>
    public FileRoles AppliesTo { get; init; } = FileRoles.Application;

    /// <summary>True for a rule on what the projects of a repository have in common, such as its licence: its findings are no single project's.</summary>
    public bool IsAboutRepository { get; init; }

    public FixKind Fix { get; init; } = FixKind.Manual;

    /// <summary>False for a rule that runs only when selected by id or name; preview rules always are.</summary>
    public bool IsEnabledByDefault { get; init; } = true;

    /// <summary>The ids of peers' equivalent checks (<c>BLE001</c>, <c>B110</c>, <c>broad-except</c>), whose suppression comments are honoured.</summary>
    public ImmutableArray<string> PeerIds { get; init; } = [];

    /// <summary>What users may set under <c>[rules.NAME]</c>, besides the severity.</summary>
    public ImmutableArray<RuleOption> Options { get; init; } = [];
}
