using System.Text;
using System.Text.Json.Nodes;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Reporting.Json;

namespace StaticReadiness.Reporting.Tests.Json;

public class JsonReportWriterTests
{
    [Fact]
    public void The_report_conforms_to_the_published_schema() =>
        SchemaValidator.Validate(JsonReportSchema.Text, Write(SampleReport.Create())).ShouldBeEmpty();

    [Fact]
    public void A_cancelled_report_without_projects_conforms_too()
    {
        var report = SampleReport.Create() with { IsCancelled = true, Projects = [], Findings = [], Revision = "0123456789abcdef" };
        SchemaValidator.Validate(JsonReportSchema.Text, Write(report)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("schemaVersion", "\"2.0\"")]
    [InlineData("findings", "{}")]
    [InlineData("verdict", "{\"exitCode\": 7, \"reasons\": [], \"cancelled\": false}")]
    public void The_schema_refuses_what_is_not_a_report(string property, string value)
    {
        var report = JsonNode.Parse(Write(SampleReport.Create()))!;
        report[property] = JsonNode.Parse(value);
        SchemaValidator.Validate(JsonReportSchema.Text, report.ToJsonString()).ShouldNotBeEmpty();
    }

    [Fact]
    public void Columns_are_one_based_code_points_and_ends_are_exclusive()
    {
        var findings = JsonNode.Parse(Write(SampleReport.Create()))!["findings"]!.AsArray();
        var range = findings.Single(static f => f!["rule"]!.GetValue<string>() == "swallowed-exception")!["range"]!;
        range["startLine"]!.GetValue<int>().ShouldBe(6);
        range["startColumn"]!.GetValue<int>().ShouldBe(2);
        range["endLine"]!.GetValue<int>().ShouldBe(6);
        range["endColumn"]!.GetValue<int>().ShouldBe(2 + "except Exception".Length);
    }

    [Fact]
    public void No_secret_and_no_absolute_path_is_written()
    {
        var json = Write(SampleReport.Create());
        json.ShouldNotContain(SampleReport.Key);
        json.ShouldNotContain("/work/shop");
    }

    [Fact]
    public void Two_runs_over_the_same_input_write_the_same_bytes()
    {
        var report = SampleReport.Create();
        Write(report with { Duration = TimeSpan.FromHours(1) }).ShouldBe(Write(report));
    }

    private static string Write(Report report)
    {
        using var stream = new MemoryStream();
        JsonReportWriter.Write(stream, report, new Gate(DiagnosticSeverity.Error, null).Judge(report));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
