using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>The styles of severities.</summary>
internal static class Severities
{
    public static TextStyle StyleOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => TextStyle.Error,
        DiagnosticSeverity.Warning => TextStyle.Warning,
        _ => TextStyle.Note,
    };

    public static TextStyle StyleOf(NotificationLevel level) => level switch
    {
        NotificationLevel.Error => TextStyle.Error,
        NotificationLevel.Warning => TextStyle.Warning,
        _ => TextStyle.Note,
    };
}
