using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Words for rules that crashed: one notification a rule, however often it did.</summary>
internal static class CrashNotifications
{
    public static IEnumerable<Notification> Of(IEnumerable<ProjectAnalysis> analyses, bool isVerbose) =>
        from tally in analyses.SelectMany(analysis => analysis.Tallies)
        where tally.Crash is not null
        group tally.Crash by tally.Rule into crashes
        orderby crashes.Key.Id
        let crash = crashes.MinBy(crash => crash.Path, StringComparer.Ordinal)
        select new Notification("analyzer-crash", NotificationLevel.Error, Describe(crashes.Key, crash, isVerbose), crash.Path.Length == 0 ? null : Location.OfFile(crash.Path));

    private static string Describe(DiagnosticDescriptor rule, AnalyzerCrash crash, bool isVerbose)
    {
        var place = crash.Path.Length == 0 ? "while it looked at the whole project" : $"in {crash.Path}";
        var message = $"the rule {rule.Name} ({rule.Id}) crashed {place}: {crash.Exception.GetType().Name}; its result is unknown";
        return isVerbose ? $"{message}\n{crash.Exception}" : message;
    }
}
