namespace StaticReadiness.Reporting.Json.Model;

/// <summary>One line of a dimension's ledger.</summary>
internal sealed record CriterionModel(
    string Id,
    string Title,
    string State,
    double? Value,
    double Weight,
    int Opportunities,
    int Violations,
    double Contribution,
    double Gain,
    string Reason,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Proofs);
