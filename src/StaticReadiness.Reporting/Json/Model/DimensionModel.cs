namespace StaticReadiness.Reporting.Json.Model;

/// <summary>One dimension with its ledger.</summary>
internal sealed record DimensionModel(
    string Id,
    string Title,
    int Weight,
    double? Score,
    double? UncappedScore,
    IntervalModel? Interval,
    bool DealBreaker,
    string? NotAssessedReason,
    string? ManualReason,
    IReadOnlyList<CapModel> Caps,
    IReadOnlyList<CriterionModel> Criteria);
