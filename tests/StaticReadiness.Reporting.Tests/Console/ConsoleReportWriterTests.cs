using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Reporting.Console;

namespace StaticReadiness.Reporting.Tests.Console;

public class ConsoleReportWriterTests
{
    private static readonly ConsoleOptions Plain = new() { Glyphs = Glyphs.Ascii };

    [Fact]
    public void A_finding_shows_its_message_rule_place_and_code() =>
        Write(SampleReport.Create()).ShouldContain(
            """
              error: `except Exception` hides every failure
                swallowed-exception SR0102 - shop/cart.py:6:2
                    5 |         charge(order)  # 東京
                    6 |     except Exception:
                      |     ~~~~~~~~~~~~~~~~
                    7 |         pass
            """);

    [Fact]
    public void A_secret_is_masked_in_its_own_frame_and_in_its_neighbours()
    {
        var text = Write(SampleReport.Create(), Plain with { ShowSuppressed = true, Verbosity = Verbosity.Verbose });
        text.ShouldContain("API_KEY = ********");
        text.ShouldContain("`debug=True` turns debug mode on");
        text.ShouldNotContain(SampleReport.Key);
    }

    [Fact]
    public void Spans_that_a_finding_names_as_secret_are_masked_though_its_rule_is_about_something_else()
    {
        var place = SampleReport.At("API_KEY");
        var secret = SampleReport.At(SampleReport.Key);
        var finding = SampleReport.FindingAt(SampleReport.Debug, place, "`API_KEY` is written here");
        finding = finding with { Diagnostic = finding.Diagnostic with { MaskedSpans = [secret.Span] } };
        var text = Write(SampleReport.With(SampleReport.Create() with { Projects = [] }, finding));
        text.ShouldContain("API_KEY = \"********\"");
        text.ShouldNotContain(SampleReport.Key);
    }

    [Fact]
    public void Several_projects_are_set_side_by_side_and_of_many_only_the_least_ready_is_shown_in_full()
    {
        var report = SampleReport.Create();
        var first = report.Projects[0];
        var many = report with { Projects = [.. Enumerable.Range(0, 5).Select(i => first with { Root = $"services/s{i}", Scorecard = first.Scorecard with { Index = 4 - (i * 0.5) } })] };

        var text = Write(many);

        text.ShouldContain("5 projects, the least ready first");
        text.IndexOf("services/s4 ", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("services/s0 ", StringComparison.Ordinal));
        text.ShouldContain("Readiness of services/s4");
        text.ShouldNotContain("Readiness of services/s3");
        text.ShouldContain("lowest index 2.00");
        Write(many, Plain with { Verbosity = Verbosity.Verbose }).ShouldContain("Readiness of services/s3");
    }

    [Fact]
    public void Suppressed_findings_are_counted_and_shown_only_when_asked_for()
    {
        Write(SampleReport.Create()).ShouldNotContain("turns debug mode on");
        Write(SampleReport.Create()).ShouldContain("1 suppressed");
        Write(SampleReport.Create(), Plain with { ShowSuppressed = true }).ShouldContain("(suppressed by comment: only run by");
    }

    [Fact]
    public void A_code_flow_is_shown_step_by_step() =>
        Write(SampleReport.Create()).ShouldContain(
            """
                  -> `checkout` is a coroutine (shop/cart.py:3:1)
                    -> `checkout` calls `charge` (shop/cart.py:5:3)
            """);

    [Fact]
    public void A_dimension_without_a_score_is_named_with_the_reason_and_never_with_a_number()
    {
        var text = Write(SampleReport.Create());
        text.ShouldContain("not assessed: Testing culture (no rule decided anything)");
        text.ShouldNotContain("Testing culture 1");
    }

    [Fact]
    public void Scores_show_interval_cap_and_deal_breaker()
    {
        var lines = Write(SampleReport.Create()).Split('\n');
        lines.ShouldContain("  Configuration management  ............ 1.00  1.00-2.40  deal-breaker");
        lines.ShouldContain("  Error handling            ###......... 2.00");
        lines.ShouldContain("      held at 2.00 at most: a handler answers 200 to failures (SR0104)");
    }

    [Fact]
    public void The_ledger_adds_up_to_the_uncapped_score() =>
        Write(SampleReport.Create(), Plain with { ShowLedger = true }).ShouldContain(
            """
                    1.00  every dimension starts here
                   +1.00  partly No exception is swallowed: 2 of 4 handlers swallow (worth
                          +1.00)
                   +2.00  met One boundary catches the rest: a handler is registered
                    4.00  together; weight 3 in the profile
                          unknown (no rule decides it yet): Errors have types
            """);

    [Fact]
    public void What_to_fix_first_tells_what_it_is_worth() =>
        Write(SampleReport.Create()).ShouldContain(
            """
              1. swallowed-exception (2 findings)
                 Error handling 2.00 -> 3.00, index +0.60
            """);

    [Fact]
    public void The_last_line_says_whether_and_why_the_gate_failed()
    {
        var last = Write(SampleReport.Create() with { Notifications = [] }).TrimEnd('\n').Split("\n\n")[^1];
        last.ReplaceLineEndings(" ").ShouldBe("x 2 errors, 2 notes, 1 suppressed - 12 Python files in 0.4 s - index 1.60 -   failed: 2 errors");
    }

    [Fact]
    public void Only_the_first_three_findings_of_a_rule_have_code()
    {
        var findings = Enumerable.Range(0, 5).Select(i => SampleReport.FindingAt(SampleReport.Swallowed, SampleReport.At("except Exception"), $"number {i}"));
        var report = SampleReport.With(SampleReport.Create(), [.. findings]);
        Count(Write(report), "|     ~").ShouldBe(3);
        Write(report).ShouldContain("  error: number 4 (line 6)");
        Count(Write(report, Plain with { Verbosity = Verbosity.Verbose }), "|     ~").ShouldBe(5);
    }

    [Fact]
    public void Many_findings_of_one_rule_in_one_file_are_counted_after_the_first_few()
    {
        var findings = Enumerable.Range(0, 20).Select(i => SampleReport.FindingAt(SampleReport.Swallowed, SampleReport.At("except Exception"), $"number {i}"));
        var report = SampleReport.With(SampleReport.Create(), [.. findings]);
        var text = Write(report);
        text.ShouldContain("  error: number 5 (line 6)\n  ... and 14 more of swallowed-exception, to line 6\n");
        text.ShouldNotContain("number 6");
        Write(report, Plain with { Verbosity = Verbosity.Verbose }).ShouldContain("number 19");
    }

    [Fact]
    public void A_secret_is_shown_without_the_lines_around_it() =>
        Write(SampleReport.Create()).ShouldNotContain("app.run");

    [Fact]
    public void Quiet_is_one_line_a_finding_and_the_last_line()
    {
        var lines = Write(SampleReport.Create() with { Notifications = [] }, Plain with { Verbosity = Verbosity.Quiet, Width = 200 }).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(5);
        lines[1].ShouldBe("shop/cart.py:6:2: error: `except Exception` hides every failure [swallowed-exception]");
    }

    [Fact]
    public void Statistics_count_by_rule_most_frequent_first() =>
        Write(SampleReport.Create(), Plain with { ShowStatistics = true }).ShouldStartWith(
            """
                 2  SR0903  transitive-blocking-call in 2 files
                 1  SR0102  swallowed-exception in 1 file
            """);

    [Fact]
    public void Without_colour_there_is_no_escape_sequence_and_with_it_every_one_is_closed()
    {
        Write(SampleReport.Create()).ShouldNotContain('\u001b');
        var coloured = Write(SampleReport.Create(), Plain with { Colour = true });
        Count(coloured, "\u001b[").ShouldBe(2 * Count(coloured, "\u001b[0m"));
    }

    [Fact]
    public void A_path_cannot_steer_the_terminal()
    {
        var finding = SampleReport.FindingAt(SampleReport.Debug, Location.OfFile("a\u001b[31m.py"), "x");
        Write(SampleReport.With(SampleReport.Create(), finding)).ShouldNotContain('\u001b');
    }

    [Theory]
    [InlineData(80)]
    [InlineData(70)]
    public void Lines_keep_within_the_width(int width)
    {
        var options = Plain with { Width = width, ShowLedger = true, ShowSuppressed = true };
        foreach (var line in Write(SampleReport.Create(), options).Split('\n'))
            CharacterWidth.Of(line).ShouldBeLessThanOrEqualTo(width, line);
    }

    private static string Write(Report report, ConsoleOptions? options = null)
    {
        var output = new StringWriter();
        ConsoleReportWriter.Write(output, report, new Gate(DiagnosticSeverity.Error, null).Judge(report), options ?? Plain);
        return output.ToString();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
