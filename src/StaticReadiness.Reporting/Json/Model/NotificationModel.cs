namespace StaticReadiness.Reporting.Json.Model;

/// <summary>Something the run says about itself.</summary>
internal sealed record NotificationModel(string Id, string Level, string Message, string? Path, RangeModel? Range);
