using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Tests;

public class DriverTests
{
    [Fact]
    public void Findings_come_in_the_order_of_path_place_and_rule_whatever_the_number_of_threads()
    {
        var files = Enumerable.Range(0, 40).Select(i => ($"shop/m{39 - i:D2}.py", "assert a\nassert b\n")).ToArray();
        var one = Runs.Of(Runs.Options with { Jobs = 1 }, [new AssertRule()], files);
        var eight = Runs.Of(Runs.Options with { Jobs = 8 }, [new AssertRule()], files);
        eight.Lines().ShouldBe(one.Lines());
        eight.Findings.Select(finding => finding.Fingerprint).ShouldBe(one.Findings.Select(finding => finding.Fingerprint));
        one.Lines()[..3].ShouldBe(["shop/m00.py:1 assert-as-check", "shop/m00.py:2 assert-as-check", "shop/m01.py:1 assert-as-check"]);
        one.Projects[0].Results[0].Opportunities.ShouldBe(80);
    }

    [Fact]
    public void A_rule_is_shown_only_files_of_the_roles_it_applies_to()
    {
        var report = Runs.Of(new AssertRule(), ("shop/cart.py", "assert a\n"), ("tests/test_cart.py", "assert a\n"));
        report.Lines().ShouldBe(["shop/cart.py:1 assert-as-check"]);
    }

    [Fact]
    public void A_walk_shows_nodes_in_the_order_of_the_source()
    {
        var seen = new List<string>();
        var rule = ScriptedRule.New("SR0199", "names", context =>
            context.RegisterSyntaxNodeAction(node => seen.Add(((Name)node.Node).Identifier), SyntaxKind.Name));
        Runs.Of(rule, ("a.py", "b = c(d, [e for f in g])\nh = i\n"));
        seen.ShouldBe(["b", "c", "d", "e", "f", "g", "h", "i"]);
    }

    [Fact]
    public void A_long_chain_of_operators_is_walked_without_deep_recursion()
    {
        var count = 0;
        var rule = ScriptedRule.New("SR0199", "constants", context => context.RegisterSyntaxNodeAction(_ => count++, SyntaxKind.Constant));
        Runs.Of(rule, ("a.py", "x = " + string.Join(" + ", Enumerable.Repeat("1", 2000)) + "\n"));
        count.ShouldBe(2000);
    }

    [Fact]
    public void A_rule_that_crashes_is_one_notification_and_the_run_goes_on()
    {
        var crashing = ScriptedRule.New("SR0198", "crashing", context =>
            context.RegisterSyntaxNodeAction(_ => throw new InvalidOperationException("secret detail"), SyntaxKind.Assert));
        var report = Runs.Of(Runs.Options, [crashing, new AssertRule()], ("b.py", "assert a\nassert b\n"), ("a.py", "assert a\n"));
        var crash = report.Notifications.ShouldHaveSingleItem();
        crash.Id.ShouldBe("analyzer-crash");
        crash.Level.ShouldBe(NotificationLevel.Error);
        crash.Message.ShouldBe("the rule crashing (SR0198) crashed in a.py: InvalidOperationException; its result is unknown");
        report.Lines().Length.ShouldBe(3);
        report.Projects[0].Results.Single(result => result.Rule.Name == "crashing").Outcome.ShouldBe(RuleOutcome.Unknown);
    }

    [Fact]
    public void A_crash_tells_its_stack_only_when_asked()
    {
        var crashing = ScriptedRule.New("SR0198", "crashing", context => context.RegisterProjectAction(_ => throw new InvalidOperationException("why")));
        Runs.Of(Runs.Options with { IsVerbose = true }, [crashing], ("a.py", "")).Notifications.Single().Message.ShouldContain("DriverTests");
        Runs.Of(crashing, ("a.py", "")).Notifications.Single().Message.ShouldNotContain("DriverTests");
    }

    [Fact]
    public void A_proof_of_a_criterion_that_does_not_exist_is_a_crash()
    {
        var rule = ScriptedRule.New("SR0198", "proving", context => context.RegisterProjectAction(project => project.Prove("error-handling/bondary", Location.Repository, "proof")));
        Runs.Of(rule, ("a.py", "")).Notifications.Single().Message.ShouldContain("ArgumentException");
    }

    [Fact]
    public void A_file_that_cannot_be_decoded_is_an_error_and_the_others_are_analysed()
    {
        var files = RepositoryFiles.InMemory("", [("a.py", [0x61, 0xFF, 0x0A]), ("b.py", "assert a\n"u8.ToArray())]);
        var report = AnalysisDriver.Run(files, Runs.Options, [new AssertRule()]);
        var notification = report.Notifications.ShouldHaveSingleItem();
        notification.Id.ShouldBe("unreadable-file");
        notification.Level.ShouldBe(NotificationLevel.Error);
        notification.Message.ShouldStartWith("a.py cannot be analysed: ");
        report.Lines().ShouldBe(["b.py:1 assert-as-check"]);
    }

    [Fact]
    public void A_syntax_error_is_a_warning_and_the_rest_of_the_file_is_analysed()
    {
        var report = Runs.Of(new AssertRule(), ("a.py", "assert a\nx = (\ndef f(:\n    pass\nassert b\n"));
        var notification = report.Notifications.ShouldHaveSingleItem();
        notification.Id.ShouldBe("syntax-error");
        notification.Level.ShouldBe(NotificationLevel.Warning);
        report.Lines().ShouldContain("a.py:1 assert-as-check");
    }

    [Theory]
    [InlineData("print \"hello\"\n")]
    [InlineData("raise ValueError, \"wrong\"\n")]
    [InlineData("exec \"x = 1\" in scope\n")]
    public void Python_2_is_called_by_its_name(string source) =>
        Runs.Of(new AssertRule(), ("a.py", source)).Notifications.ShouldHaveSingleItem().Id.ShouldBe("python-2");

    [Fact]
    public void Cancelling_ends_the_run_with_what_is_known()
    {
        using var cancellation = new CancellationTokenSource();
        var rule = ScriptedRule.New("SR0198", "slow", context => context.RegisterSyntaxNodeAction(
            node =>
            {
                node.Report(node.Node, "found");
                cancellation.Cancel();
            },
            SyntaxKind.Assert));
        var files = RepositoryFiles.InMemory(Enumerable.Range(0, 50).Select(i => ($"m{i:D2}.py", "assert a\n")));
        var report = AnalysisDriver.Run(files, Runs.Options with { Jobs = 1 }, [rule], cancellationToken: cancellation.Token);
        report.IsCancelled.ShouldBeTrue();
        report.Lines().ShouldBe(["m00.py:1 slow"]);
        report.Projects[0].Results[0].Outcome.ShouldBe(RuleOutcome.Unknown);
        report.Projects[0].Scorecard.Dimensions.ShouldAllBe(dimension => dimension.Score == null);
    }

    [Fact]
    public void A_run_cancelled_before_it_begins_still_reports()
    {
        var report = AnalysisDriver.Run(RepositoryFiles.InMemory(("a.py", "assert a\n")), Runs.Options, [new AssertRule()], cancellationToken: new CancellationToken(canceled: true));
        report.IsCancelled.ShouldBeTrue();
        report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AnalysisPhase.Parse)]
    [InlineData(AnalysisPhase.Check)]
    public void A_run_cancelled_in_any_phase_ends_with_a_report(AnalysisPhase phase)
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Watcher(step =>
        {
            if (step.Phase == phase && step.Done == step.Total) cancellation.Cancel();
        });
        var rule = ScriptedRule.New("SR0198", "project", context => context.RegisterProjectAction(_ => { }));
        var files = RepositoryFiles.InMemory(Enumerable.Range(0, 20).Select(i => ($"m{i:D2}.py", "assert a\n")));
        var report = AnalysisDriver.Run(files, Runs.Options, [new AssertRule(), rule], progress, cancellation.Token);
        report.IsCancelled.ShouldBeTrue();
        report.Findings.Length.ShouldBe(phase == AnalysisPhase.Parse ? 0 : 20);
    }

    [Fact]
    public async Task An_asynchronous_run_reports_as_a_synchronous_one()
    {
        var files = RepositoryFiles.InMemory(("a.py", "assert a\n"));
        var report = await AnalysisDriver.RunAsync(files, Runs.Options, [new AssertRule()]);
        report.Lines().ShouldBe(["a.py:1 assert-as-check"]);
    }

    [Fact]
    public void An_empty_repository_is_not_assessed()
    {
        var report = Runs.Of(new AssertRule());
        report.Findings.ShouldBeEmpty();
        report.Projects[0].Results[0].Outcome.ShouldBe(RuleOutcome.NotApplicable);
        report.Projects[0].Scorecard.Index.ShouldBeNull();
    }

    [Fact]
    public void A_finding_outweighs_unknown_and_not_applicable()
    {
        var rule = ScriptedRule.New("SR0198", "torn", context =>
        {
            context.RegisterProjectAction(project => project.NotApplicable("nothing here"));
            context.RegisterProjectAction(project => project.Unknown("cannot tell"));
            context.RegisterSyntaxNodeAction(node => node.Report(node.Node, "found"), SyntaxKind.Assert);
        });
        Runs.Of(rule, ("a.py", "assert a\n")).Projects[0].Results[0].Outcome.ShouldBe(RuleOutcome.Decided);
        var silent = Runs.Of(rule, ("a.py", "")).Projects[0].Results[0];
        silent.Outcome.ShouldBe(RuleOutcome.Unknown);
        silent.Reason.ShouldBe("cannot tell");
    }

    [Fact]
    public void Times_of_rules_are_measured_when_asked_for()
    {
        Runs.Of(Runs.Options with { MeasuresRules = true }, [new AssertRule()], ("a.py", "assert a\n")).Statistics.Rules.ShouldHaveSingleItem().Name.ShouldBe("assert-as-check");
        var report = Runs.Of(new AssertRule(), ("a.py", "assert a\n"));
        report.Statistics.Rules.ShouldBeEmpty();
        report.Statistics.Phases.Select(phase => phase.Name).ShouldBe(["Discover", "Parse", "Bind", "Check", "Score"]);
        report.Files.ShouldBe(new FileStatistics(1, 0, 0, 9, 2));
    }

    [Fact]
    public void A_shared_fact_is_charged_to_itself_and_not_to_the_rule_that_asks_first()
    {
        var pause = TimeSpan.FromMilliseconds(500);
        var rule = ScriptedRule.New("SR0197", "asking", context =>
            context.RegisterProjectAction(project => project.Project.GetFact(_ => Slow(pause))));
        var statistics = Runs.Of(Runs.Options with { MeasuresRules = true }, [rule], ("a.py", "")).Statistics;
        statistics.Facts.Single(fact => fact.Name == nameof(SlowFact)).Duration.ShouldBeGreaterThanOrEqualTo(pause);
        statistics.Rules.ShouldHaveSingleItem().Duration.ShouldBeLessThan(statistics.Facts[0].Duration);
    }

    [Fact]
    public void Who_waits_for_a_fact_lends_its_place_to_another_rule()
    {
        var patience = TimeSpan.FromSeconds(30);
        using var others = new CountdownEvent(1);
        var answered = false;
        // the first makes a fact that is ready only when the last has run; the second waits for it and holds the other of two places
        var rules = new[]
        {
            ScriptedRule.New("SR0195", "making", context => context.RegisterProjectAction(project => project.Project.GetFact(_ => Made()))),
            ScriptedRule.New("SR0196", "waiting", context => context.RegisterProjectAction(project => project.Project.GetFact(_ => Made()))),
            ScriptedRule.New("SR0197", "helping", context => context.RegisterProjectAction(_ => others.Signal())),
        };
        Runs.Of(Runs.Options, rules, ("a.py", "")).Notifications.ShouldBeEmpty();
        answered.ShouldBeTrue("the rule that helps ran while the fact was being made");

        SlowFact Made()
        {
            answered = others.Wait(patience);
            return new SlowFact();
        }
    }

    [Fact]
    public void A_fact_that_asks_for_itself_is_a_crash_of_the_rule_and_no_endless_wait()
    {
        var rule = ScriptedRule.New("SR0197", "circular", context => context.RegisterProjectAction(project => Ask(project.Project)));
        Runs.Of(Runs.Options, [rule], ("a.py", "")).Notifications.ShouldHaveSingleItem().Message.ShouldContain("circular (SR0197) crashed while it looked at the whole project: InvalidOperationException");

        static SlowFact Ask(Project project) => project.GetFact(Ask);
    }

    [Fact]
    public void Listing_the_files_counts_as_the_first_phase()
    {
        var report = Runs.Of(Runs.Options with { DiscoveryTime = TimeSpan.FromHours(1) }, [new AssertRule()], ("a.py", ""));
        report.Statistics.Phases[0].Duration.ShouldBe(TimeSpan.FromHours(1));
        report.Duration.ShouldBeGreaterThan(TimeSpan.FromHours(1));
    }

    private static SlowFact Slow(TimeSpan pause)
    {
        Thread.Sleep(pause);
        return new SlowFact();
    }

    private sealed class SlowFact;

    private sealed class Watcher(Action<AnalysisProgress> watch) : IProgress<AnalysisProgress>
    {
        public void Report(AnalysisProgress value) => watch(value);
    }
}
