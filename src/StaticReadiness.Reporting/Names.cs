using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Reporting;

/// <summary>The names of enumerations as files spell them.</summary>
public static class Names
{
    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    public static string Of(NotificationLevel level) => level switch
    {
        NotificationLevel.Error => "error",
        NotificationLevel.Warning => "warning",
        _ => "note",
    };

    public static string Of(Precision precision) => precision switch
    {
        Precision.VeryHigh => "very-high",
        Precision.High => "high",
        Precision.Medium => "medium",
        _ => "preview",
    };

    public static string Of(ProjectKind kind) => kind switch
    {
        ProjectKind.Application => "application",
        ProjectKind.Library => "library",
        ProjectKind.Framework => "framework",
        ProjectKind.Cli => "cli",
        _ => "script",
    };

    public static string Of(CriterionState state) => state switch
    {
        CriterionState.Met => "met",
        CriterionState.Partly => "partly",
        CriterionState.Unmet => "unmet",
        CriterionState.NotApplicable => "not-applicable",
        _ => "unknown",
    };

    /// <summary><c>swallowed-exception</c> as <c>SwallowedException</c>.</summary>
    public static string PascalCase(string kebab) =>
        string.Concat(kebab.Split('-').Where(static p => p.Length > 0).Select(static p => char.ToUpperInvariant(p[0]) + p[1..]));
}
