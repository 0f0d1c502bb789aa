using System.Text;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analyzers;
using StaticReadiness.Reporting;
using StaticReadiness.Reporting.Console;
using StaticReadiness.Reporting.Json;
using StaticReadiness.Reporting.Sarif;

namespace StaticReadiness.Cli.Output;

/// <summary>Writes a report to each place the user asked for.</summary>
internal sealed class ReportOutput(CommandContext context, ConsoleOptions console, bool includePasses)
{
    public void Write(IReadOnlyList<OutputTarget> targets, Report report, Verdict verdict)
    {
        foreach (var target in targets)
        {
            if (target.File is null) WriteStandard(target.Format, report, verdict);
            else WriteFile(target.File, target.Format, report, verdict);
        }
    }

    /// <summary>Refuses a file that cannot be written before the time for a scan is spent.</summary>
    public static void Check(IReadOnlyList<OutputTarget> targets)
    {
        foreach (var file in targets.Select(static t => t.File).OfType<string>())
        {
            if (Directory.Exists(file)) throw new UsageException($"cannot write {file}: it is a folder");
            var folder = Path.GetDirectoryName(Path.GetFullPath(file));
            if (folder is not null && !Directory.Exists(folder)) throw new UsageException($"cannot write {file}: there is no folder {folder}");
        }
    }

    private void WriteStandard(ReportFormat format, Report report, Verdict verdict)
    {
        if (format == ReportFormat.Console) ConsoleReportWriter.Write(context.Output, report, verdict, console);
        else WriteBytes(context.BeginBytes(), format, report, verdict);
    }

    private void WriteFile(string file, ReportFormat format, Report report, Verdict verdict)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
            if (format == ReportFormat.Console)
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                ConsoleReportWriter.Write(writer, report, verdict, console with { Colour = false });
            }
            else WriteBytes(stream, format, report, verdict);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new UsageException($"cannot write {file}: {exception.Message}");
        }
    }

    private void WriteBytes(Stream stream, ReportFormat format, Report report, Verdict verdict)
    {
        if (format == ReportFormat.Json) JsonReportWriter.Write(stream, report, verdict);
        else SarifReportWriter.Write(stream, report, verdict, new SarifOptions { IncludePasses = includePasses, HelpOf = HelpOf });
    }

    private static string? HelpOf(string ruleId) =>
        RuleCatalogue.Find(ruleId) is { } rule ? HelpPage.ForReaders(RuleCatalogue.HelpPageOf(rule)) : null;
}
