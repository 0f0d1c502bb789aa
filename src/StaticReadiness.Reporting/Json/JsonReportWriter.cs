using System.Text.Encodings.Web;
using System.Text.Json;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Reporting.Json.Model;

namespace StaticReadiness.Reporting.Json;

/// <summary>Writes a report as JSON after the schema of <see cref="JsonReportSchema"/>.</summary>
public static class JsonReportWriter
{
    private static readonly ReportJsonContext Context = new(new JsonSerializerOptions(ReportJsonContext.Default.Options)
    {
        // The file is data, not part of a page: `&` and `ä` stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Write(Stream output, Report report, Verdict verdict)
    {
        JsonSerializer.Serialize(output, ModelFactory.Create(report, verdict), Context.ReportModel);
        output.WriteByte((byte)'\n');
    }
}
