using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Names and styles of severities.</summary>
internal static class Severities
{
    public static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    public static string NameOf(NotificationLevel level) => level switch
    {
        NotificationLevel.Error => "error",
        NotificationLevel.Warning => "warning",
        _ => "note",
    };

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
