namespace StaticReadiness.Reporting.Json.Model;

/// <summary>One rule that ran.</summary>
internal sealed record RuleModel(
    string Id,
    string Name,
    string Title,
    string Severity,
    string Precision,
    string Dimension,
    string Criterion,
    IReadOnlyList<int> Cwe);
