namespace StaticReadiness.Reporting.Json.Model;

/// <summary>One finding.</summary>
internal sealed record FindingModel(
    string RuleId,
    string Rule,
    string Severity,
    string Dimension,
    string Criterion,
    string Message,
    string Path,
    RangeModel? Range,
    string Project,
    string Fingerprint,
    SuppressionModel? Suppression,
    IReadOnlyList<StepModel> CodeFlow,
    IReadOnlyList<StepModel> Related,
    int Places);
