using StaticReadiness.Analysis.Reports;

namespace StaticReadiness.Reporting.Console;

/// <summary>Writes a report for people: findings, what the run says of itself, scores, what to fix first, and one closing line.</summary>
public static class ConsoleReportWriter
{
    public static void Write(TextWriter output, Report report, Verdict verdict, ConsoleOptions options)
    {
        var writer = new StyledWriter(output, options.Colour, options.Width, options.Glyphs);
        var shown = report.Findings.Where(f => options.ShowSuppressed || f.Suppression is null).ToList();
        var findings = new FindingsPrinter(writer, options, Secrets.Of(report));
        var notifications = new NotificationsPrinter(writer, options);

        var statistics = new StatisticsPrinter(writer);
        if (options.ShowStatistics) statistics.Print(shown);
        else if (options.Verbosity == Verbosity.Quiet) findings.PrintShort(shown);
        else findings.Print(shown);

        notifications.Print(report.Notifications);
        if (options.Verbosity != Verbosity.Quiet || options.ShowLedger)
        {
            if (report.Projects.Length > 1) new ProjectsPrinter(writer).Print(report.Projects);
            foreach (var project in ProjectsPrinter.InDetail(report.Projects, options))
            {
                new ScorecardPrinter(writer, options).Print(project);
                new NextStepsPrinter(writer, options, report.Rules).Print(project);
            }
        }

        if (options.ShowStatistics) statistics.Print(report.Statistics, report.Files);
        new SummaryPrinter(writer).Print(report, verdict);
    }
}
