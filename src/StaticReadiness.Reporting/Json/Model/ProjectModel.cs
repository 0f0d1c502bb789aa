namespace StaticReadiness.Reporting.Json.Model;

/// <summary>One project with its scores.</summary>
internal sealed record ProjectModel(
    string Root,
    string Kind,
    string KindReason,
    string Profile,
    double? Index,
    IntervalModel? IndexInterval,
    IReadOnlyList<DimensionModel> Dimensions,
    IReadOnlyList<NextStepModel> NextSteps);
