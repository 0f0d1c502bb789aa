using System.Text;
using System.Text.Json.Nodes;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Reporting.Sarif;

namespace StaticReadiness.Reporting.Tests.Sarif;

public class SarifReportWriterTests
{
    private static readonly SarifOptions Options = new() { HelpOf = static id => $"# {id}\n\nIt hides `failures`.\n\n```python\nx = 1\n```\n" };

    [MultitoolFact]
    public void The_official_validator_finds_no_error_and_no_warning()
    {
        var file = Path.Combine(Path.GetTempPath(), $"static-readiness-{Guid.NewGuid():N}.sarif");
        try
        {
            File.WriteAllText(file, Write(SampleReport.Create(), Options with { IncludePasses = true }));
            Multitool.Validate(file).ShouldBeEmpty();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Every_result_refers_to_its_rule_by_id_and_index()
    {
        var run = Run(SampleReport.Create());
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        var results = run["results"]!.AsArray();
        results.Count.ShouldBe(5);
        foreach (var result in results)
            rules[result!["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>().ShouldBe(result["ruleId"]!.GetValue<string>());
    }

    [Fact]
    public void A_region_counts_from_one_in_code_points()
    {
        var content = "s = '😀'; eval(s)\n";
        var location = new Location("a.py", Python.Text.SourceText.From(content), new Python.Text.TextSpan(content.IndexOf("eval", StringComparison.Ordinal), 7));
        var run = Run(SampleReport.With(SampleReport.Create(), SampleReport.FindingAt(SampleReport.Debug, location, "x")));
        run["columnKind"]!.GetValue<string>().ShouldBe("unicodeCodePoints");
        run["results"]![0]!["locations"]![0]!["physicalLocation"]!["region"]!.ToJsonString()
            .ShouldBe("""{"startLine":1,"startColumn":10,"endLine":1,"endColumn":17}""");
    }

    [Fact]
    public void Paths_are_percent_encoded_relative_to_the_source_root()
    {
        var uris = Run(SampleReport.Create())["results"]!.AsArray().Select(static r => r!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!.ToJsonString());
        uris.ShouldContain("""{"uri":"shop/%C3%B6ffnen%20%C3%9F.py","uriBaseId":"%SRCROOT%"}""");
    }

    [Fact]
    public void A_code_flow_keeps_its_steps_in_order()
    {
        var flow = Run(SampleReport.Create())["results"]!.AsArray().Single(static r => r!["codeFlows"] is not null)!;
        flow["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray()
            .Select(static l => l!["location"]!["message"]!["text"]!.GetValue<string>())
            .ShouldBe(["`checkout` is a coroutine", "`checkout` calls `charge`"]);
        flow["relatedLocations"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void A_suppression_keeps_its_kind_and_reason()
    {
        var suppressed = Run(SampleReport.Create())["results"]!.AsArray().Single(static r => r!["suppressions"] is not null)!;
        suppressed["suppressions"]![0]!["kind"]!.GetValue<string>().ShouldBe("inSource");
        suppressed["suppressions"]![0]!["justification"]!.GetValue<string>().ShouldBe("only run by hand");
    }

    [Fact]
    public void Rules_relate_to_their_dimension_and_weaknesses()
    {
        var run = Run(SampleReport.Create());
        var taxonomies = run["taxonomies"]!.AsArray();
        var rule = run["tool"]!["driver"]!["rules"]!.AsArray().Single(static r => r!["id"]!.GetValue<string>() == "SR0501")!;
        var taxa = rule["relationships"]!.AsArray().Select(r => r!["target"]!).Select(t =>
            taxonomies[t["toolComponent"]!["index"]!.GetValue<int>()]!["taxa"]![t["index"]!.GetValue<int>()]!["id"]!.GetValue<string>());
        taxa.ShouldBe(["configuration-management", "CWE-798"]);
        rule["properties"]!["security-severity"]!.GetValue<string>().ShouldBe("8.0");
        rule["properties"]!["tags"]!.AsArray().Select(static t => t!.GetValue<string>()).ShouldContain("external/cwe/cwe-798");
    }

    [Fact]
    public void Help_comes_as_Markdown_and_as_plain_text()
    {
        var rule = Run(SampleReport.Create())["tool"]!["driver"]!["rules"]![0]!;
        rule["help"]!["markdown"]!.GetValue<string>().ShouldContain("```python");
        rule["help"]!["text"]!.GetValue<string>().ShouldBe("SR0102\n\nIt hides `failures`.\n\n    x = 1");
        rule["fullDescription"]!["text"]!.GetValue<string>().ShouldBe("It hides `failures`.");
    }

    [Fact]
    public void Proofs_are_passes_and_come_only_when_asked_for()
    {
        Run(SampleReport.Create())["results"]!.AsArray().ShouldAllBe(static r => r!["kind"] == null);
        var passes = Run(SampleReport.Create(), Options with { IncludePasses = true })["results"]!.AsArray().Where(static r => r!["kind"] is not null).ToList();
        passes.ShouldHaveSingleItem()!["level"]!.GetValue<string>().ShouldBe("none");
    }

    [Fact]
    public void Notifications_make_the_run_unsuccessful_when_something_was_not_seen()
    {
        var invocation = Run(SampleReport.Create())["invocations"]![0]!;
        invocation["executionSuccessful"]!.GetValue<bool>().ShouldBeFalse();
        invocation["exitCode"]!.GetValue<int>().ShouldBe(3);
        invocation["toolExecutionNotifications"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public void The_line_fingerprint_ignores_indentation_and_keeps_equal_lines_apart()
    {
        var one = Hashes("def f():\n    bad()\n    bad()\n");
        var two = Hashes("# new\n\ndef f():\n        bad()\n        bad()\n");
        one.ShouldBe(two);
        one[0].ShouldEndWith(":1");
        one[1].ShouldEndWith(":2");
    }

    [Fact]
    public void No_secret_and_no_absolute_path_is_written()
    {
        var sarif = Write(SampleReport.Create(), Options);
        sarif.ShouldNotContain(SampleReport.Key);
        sarif.ShouldNotContain("/work/shop");
    }

    private static List<string> Hashes(string content)
    {
        var text = Python.Text.SourceText.From(content);
        int[] starts = [content.IndexOf("bad", StringComparison.Ordinal), content.LastIndexOf("bad", StringComparison.Ordinal)];
        var findings = starts.Select(s => SampleReport.FindingAt(SampleReport.Debug, new Location("a.py", text, new Python.Text.TextSpan(s, 5)), "x"));
        var results = Run(SampleReport.With(SampleReport.Create(), [.. findings]))["results"]!.AsArray();
        return [.. results.Select(static r => r!["partialFingerprints"]!["staticReadinessLineHash/v1"]!.GetValue<string>())];
    }

    private static JsonNode Run(Report report, SarifOptions? options = null) => JsonNode.Parse(Write(report, options ?? Options))!["runs"]![0]!;

    private static string Write(Report report, SarifOptions options)
    {
        using var stream = new MemoryStream();
        SarifReportWriter.Write(stream, report, new Gate(DiagnosticSeverity.Error, null).Judge(report), options);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
