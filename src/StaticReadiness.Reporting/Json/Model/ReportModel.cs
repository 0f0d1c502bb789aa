namespace StaticReadiness.Reporting.Json.Model;

/// <summary>The root of the JSON report.</summary>
internal sealed record ReportModel(
    string SchemaVersion,
    ToolModel Tool,
    RepositoryModel Repository,
    VerdictModel Verdict,
    FilesModel Files,
    IReadOnlyList<ProjectModel> Projects,
    IReadOnlyList<FindingModel> Findings,
    IReadOnlyList<NotificationModel> Notifications,
    IReadOnlyList<RuleModel> Rules);
