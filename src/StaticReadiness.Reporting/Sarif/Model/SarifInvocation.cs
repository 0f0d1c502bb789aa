namespace StaticReadiness.Reporting.Sarif.Model;

/// <summary>How the run went.</summary>
internal sealed record SarifInvocation(bool ExecutionSuccessful, int ExitCode, string? ExitCodeDescription, IReadOnlyList<SarifNotification>? ToolExecutionNotifications);
