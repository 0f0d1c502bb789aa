using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Reporting.Tests;

/// <summary>A small report made by hand, with one of everything a writer can meet.</summary>
internal static class SampleReport
{
    public const string Key = "sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc";

    public const string Cart =
        "import requests\n" +
        "\n" +
        "def checkout(order):\n" +
        "\ttry:\n" +
        "\t\tcharge(order)  # 東京\n" +
        "\texcept Exception:\n" +
        "\t\tpass\n" +
        "\n" +
        $"API_KEY = \"{Key}\"\n" +
        "app.run(debug=True)\n";

    public static readonly DiagnosticDescriptor Swallowed = new(
        "SR0102", "swallowed-exception", "An exception is caught and dropped", "`{0}` hides every failure",
        DiagnosticSeverity.Error, Precision.High, "error-handling", "no-swallowing")
    { Cwe = [390] };

    public static readonly DiagnosticDescriptor Secret = new(
        "SR0501", "hardcoded-secret", "A credential stands in the source", "`{0}` holds a credential ({1})",
        DiagnosticSeverity.Error, Precision.VeryHigh, "configuration-management", "secrets")
    { Cwe = [798] };

    public static readonly DiagnosticDescriptor Debug = new(
        "SR0503", "debug-enabled", "Debug mode is on", "`{0}` turns debug mode on",
        DiagnosticSeverity.Warning, Precision.High, "configuration-management", "externalised");

    public static readonly DiagnosticDescriptor Blocking = new(
        "SR0903", "transitive-blocking-call", "A coroutine reaches a blocking call", "`{0}` blocks the event loop",
        DiagnosticSeverity.Note, Precision.Medium, "async-readiness", "no-blocking");

    public static readonly SourceText CartText = SourceText.From(Cart);

    public static Report Create()
    {
        ImmutableArray<DiagnosticDescriptor> rules = [Swallowed, Secret, Debug, Blocking];
        var findings = ImmutableArray.Create(
            FindingAt(Blocking, Location.Repository, "`checkout` blocks the event loop") with { },
            FindingAt(Swallowed, At("except Exception"), "`except Exception` hides every failure"),
            FindingAt(Secret, At($"\"{Key}\""), "`API_KEY` holds a credential (payment key, sk_l…)"),
            FindingAt(Debug, At("debug=True"), "`debug=True` turns debug mode on") with { Suppression = new FindingSuppression("comment", "only run by hand", At("app.run")) },
            WithFlow());
        return new Report("0.1.0", "/work/shop", rules, findings, [Project(rules)], Notifications(), new FileStatistics(12, 3, 1, 4096, 210), TimeSpan.FromSeconds(0.42));
    }

    public static Location At(string culprit, string path = "shop/cart.py")
    {
        var start = Cart.IndexOf(culprit, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0);
        return new Location(path, CartText, new TextSpan(start, culprit.Length));
    }

    public static Finding FindingAt(DiagnosticDescriptor rule, Location location, string message) =>
        new(new Diagnostic(rule, location, message), $"{rule.Id}-{message.Length}-{location.Span.Start}", "");

    public static Report With(Report report, params Finding[] findings) => report with { Findings = [.. findings] };

    private static Finding WithFlow()
    {
        var finding = FindingAt(Blocking, At("charge(order)", "shop/öffnen ß.py"), "`charge` blocks the event loop");
        return finding with
        {
            Diagnostic = finding.Diagnostic with
            {
                CodeFlow =
                [
                    new CodeFlowStep(At("def checkout"), "`checkout` is a coroutine"),
                    new CodeFlowStep(At("charge(order)"), "`checkout` calls `charge`"),
                ],
                Related = [new CodeFlowStep(At("import requests"), "`requests` is imported here")],
            },
        };
    }

    private static ImmutableArray<Notification> Notifications() =>
    [
        new("unreadable-file", NotificationLevel.Error, "permission denied", Location.OfFile("shop/locked.py")),
        new("syntax-error", NotificationLevel.Warning, "invalid syntax", At("pass")),
        new("assembly", NotificationLevel.Note, "the plugin list is read at run time", null),
    ];

    private static ProjectReport Project(ImmutableArray<DiagnosticDescriptor> rules)
    {
        var swallowing = new CriterionScore(
            "error-handling/no-swallowing", "No exception is swallowed", CriterionState.Partly, 0.5, 2, 4, 2, 1.0, 1.0, "2 of 4 handlers swallow", ["SR0102"], []);
        var boundary = new CriterionScore(
            "error-handling/boundary", "One boundary catches the rest", CriterionState.Met, 1, 2, 1, 0, 2.0, 0, "a handler is registered", [], ["handler in shop/app.py"]);
        var unknown = new CriterionScore(
            "error-handling/taxonomy", "Errors have types", CriterionState.Unknown, null, 1, 0, 0, 0, 0, "no rule decides it yet", [], []);
        var errors = new DimensionScore(
            "error-handling", "Error handling", 3, 2.0, 4.0, new ScoreInterval(2.0, 2.0), [swallowing, boundary, unknown],
            [new AppliedCap("SR0104", 2, "a handler answers 200 to failures")], IsDealBreaker: false);
        var configuration = new DimensionScore(
            "configuration-management", "Configuration management", 2, 1.0, 1.0, new ScoreInterval(1.0, 2.4), [], [], IsDealBreaker: true);
        var tests = new DimensionScore("testing-culture", "Testing culture", 2, null, null, null, [], [], IsDealBreaker: false) { NotAssessedReason = "no rule decided anything" };
        var card = new Scorecard(
            "production", 1.6, new ScoreInterval(1.6, 2.2), [errors, configuration, tests],
            [new NextStep("SR0102", "error-handling", 2, 1.0, 0.6, "Fix 2 findings of swallowed-exception")]);
        var proof = new Proof("error-handling/boundary", At("def checkout"), "a handler of `Exception` is registered");
        return new ProjectReport("", ProjectKind.Application, "a Flask application object in shop/app.py", card,
            [new RuleResult(rules[0], RuleOutcome.Decided, 4, [], [proof], null)]);
    }
}
