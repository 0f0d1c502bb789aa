using StaticReadiness.Analysis.Settings;

namespace StaticReadiness.Analysis.Tests;

public class SettingsTests
{
    private const string Source = "assert a\n";

    [Theory]
    [InlineData("ignore = [\"assert-as-check\"]", false)]
    [InlineData("ignore = [\"SR0411\"]", false)]
    [InlineData("ignore = [\"SR04\"]", false)]
    [InlineData("ignore = [\"debugging-ergonomics\"]", false)]
    [InlineData("ignore = [\"ALL\"]", false)]
    [InlineData("ignore = [\"SR0001\"]", true)]
    [InlineData("select = [\"SR04\"]", true)]
    [InlineData("select = [\"SR00\"]", false)]
    [InlineData("select = [\"ALL\"]\nignore = [\"debugging-ergonomics\"]", false)]
    [InlineData("select = [\"assert-as-check\"]\nignore = [\"debugging-ergonomics\"]", true)]
    [InlineData("exclude = [\"vendor/\"]", true)]
    public void Rules_are_chosen_by_id_name_dimension_and_prefix_and_the_narrower_word_wins(string settings, bool runs) =>
        Scan(settings).Lines().ShouldBe(runs ? ["shop/a.py:1 assert-as-check"] : []);

    [Fact]
    public void A_rule_that_is_off_by_default_runs_only_when_it_is_named()
    {
        var off = new ScriptedRule(new AssertRule().Descriptor with { IsEnabledByDefault = false }, new AssertRule().Initialize);
        Runs.Of(off, ("a.py", Source)).Lines().ShouldBeEmpty();
        Runs.With(new AnalysisSettings { Select = ["ALL"] }, off, ("a.py", Source)).Lines().ShouldBeEmpty();
        Runs.With(new AnalysisSettings { ExtendSelect = ["assert-as-check"] }, off, ("a.py", Source)).Lines().ShouldBe(["a.py:1 assert-as-check"]);
    }

    [Fact]
    public void A_repositorys_own_file_wins_over_its_pyproject()
    {
        var report = Runs.Of(
            new AssertRule(), ("a.py", Source), (".static-readiness.toml", "kind = \"library\"\n"), ("pyproject.toml", "[tool.static-readiness]\nkind = \"cli\"\n"));
        report.Projects[0].Kind.ShouldBe(ProjectKind.Library);
    }

    [Fact]
    public void Settings_may_stand_in_pyproject()
    {
        var report = Runs.Of(new AssertRule(), ("a.py", Source), ("pyproject.toml", "[project]\nname = \"shop\"\n[tool.static-readiness]\nkind = \"cli\"\nprofile = \"benchmark\"\n"));
        report.Projects[0].Kind.ShouldBe(ProjectKind.Cli);
        report.Projects[0].Scorecard.Profile.ShouldBe("benchmark");
    }

    [Fact]
    public void A_pyproject_that_is_broken_or_says_nothing_of_us_is_no_error()
    {
        Runs.Of(new AssertRule(), ("a.py", Source), ("pyproject.toml", "[project\n")).Lines().ShouldBe(["a.py:1 assert-as-check"]);
        Runs.Of(new AssertRule(), ("a.py", Source), ("pyproject.toml", "[tool.other]\n")).Lines().ShouldBe(["a.py:1 assert-as-check"]);
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        var settings = new AnalysisSettings { Kind = ProjectKind.Script, MinIndex = 2 };
        var report = Runs.With(settings, new AssertRule(), ("a.py", Source), (".static-readiness.toml", "kind = \"library\"\nmin-index = 3.5\nfail-level = \"error\"\n"));
        report.Projects[0].Kind.ShouldBe(ProjectKind.Script);
        report.Settings.MinIndex.ShouldBe(2);
        report.Settings.FailLevel.ShouldBe("error");
    }

    [Fact]
    public void A_rules_severity_and_options_can_be_set()
    {
        Scan("[rules.assert-as-check]\nseverity = \"error\"\n").Findings.Single().Diagnostic.Severity.ShouldBe(Diagnostics.DiagnosticSeverity.Error);
        Scan("[rules.SR0411]\nlimit = 3\n").Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Findings_in_named_files_are_suppressed_for_named_rules()
    {
        var report = Runs.Of(
            new AssertRule(),
            ("a.py", Source), ("legacy/b.py", Source), ("legacy/deep/c.py", Source),
            (".static-readiness.toml", "[per-file-ignores]\n\"legacy/\" = [\"assert-as-check\"]\n"));
        report.Lines().ShouldBe(["a.py:1 assert-as-check", "legacy/b.py:1 assert-as-check (configuration)", "legacy/deep/c.py:1 assert-as-check (configuration)"]);
    }

    [Theory]
    [InlineData("selct = []", ".static-readiness.toml:1: `selct` is no setting; did you mean `select`?")]
    [InlineData("\n\nkind = \"servce\"", ".static-readiness.toml:3: `kind` must be one of application, library, framework, cli, script")]
    [InlineData("select = \"SR01\"", ".static-readiness.toml:1: `select` must be a list of strings")]
    [InlineData("ignore = [\"assert-as-chek\"]", ".static-readiness.toml:1: `ignore` names no rule with `assert-as-chek`; did you mean `assert-as-check`?")]
    [InlineData("ignore = [\"none-like-it\"]", ".static-readiness.toml:1: `ignore` names no rule with `none-like-it`; `static-readiness rules` lists them")]
    [InlineData("min-index = 7", ".static-readiness.toml:1: `min-index` must be a number from 1 to 5")]
    [InlineData("min-index = true", ".static-readiness.toml:1: `min-index` must be a number from 1 to 5")]
    [InlineData("peer-comments = 1", ".static-readiness.toml:1: `peer-comments` must be true or false")]
    [InlineData("profile = \"prodution\"", ".static-readiness.toml:1: there is no profile `prodution`; did you mean `production`?")]
    [InlineData("[rules.assert-as-check]\nlimt = 3", ".static-readiness.toml:2: `rules.assert-as-check.limt` is no setting; did you mean `limit`?")]
    [InlineData("[rules.assert-as-check]\nlimit = -1", ".static-readiness.toml:2: `rules.assert-as-check.limit` must be a whole number from 0 to 2147483647")]
    [InlineData("[rules.asert-as-check]\nlimit = 1", ".static-readiness.toml:1: there is no rule `asert-as-check`; did you mean `assert-as-check`?")]
    [InlineData("[mitigations]\nsecurty = \"behind a gateway\"", ".static-readiness.toml:2: there is no dimension `securty`; did you mean `security`?")]
    [InlineData("[mitigations]\nsecurity = \"\"", ".static-readiness.toml:2: the mitigation of `security` needs a reason")]
    [InlineData("[manual.team-fit]\nscore = 4", ".static-readiness.toml:1: `manual.team-fit` needs a `score` and a `reason`")]
    [InlineData("[manual.security]\nscore = 4\nreason = \"trust us\"", ".static-readiness.toml:1: `security` is scored from evidence and cannot be set by hand")]
    [InlineData("[model.criteria.\"security/injecton\"]\nweight = 1", ".static-readiness.toml:1: there is no criterion `security/injecton`; did you mean `security/injection`?")]
    [InlineData("[model.caps]\n\"security/none\" = 5", ".static-readiness.toml:2: there is no cap `security/none`")]
    [InlineData("[profiles.mine]\ntitle = \"Mine\"", ".static-readiness.toml:1: `profiles.mine` needs `weights` of dimensions")]
    [InlineData("[profiles.mine.weights]\nsecurity = 4", ".static-readiness.toml:2: `profiles.mine.weights.security` must be a whole number from 1 to 3")]
    public void An_error_names_file_line_key_and_what_was_probably_meant(string settings, string message) =>
        Should.Throw<ConfigurationException>(() => Scan(settings)).Errors.ShouldContain(message);

    [Fact]
    public void All_errors_of_a_file_are_told_at_once() =>
        Should.Throw<ConfigurationException>(() => Scan("selct = []\nmin-index = 9\n")).Errors.Length.ShouldBe(2);

    [Fact]
    public void A_settings_file_that_is_no_TOML_is_an_error_with_its_place() =>
        Should.Throw<ConfigurationException>(() => Scan("select = [\n")).Errors.ShouldAllBe(error => error.StartsWith(".static-readiness.toml:"));

    [Fact]
    public void Words_of_the_command_line_are_checked_too()
    {
        Should.Throw<ConfigurationException>(() => Runs.With(new AnalysisSettings { Select = ["SR9"] }, new AssertRule(), ("a.py", Source))).Errors.Single().ShouldStartWith("`SR9` names no rule");
        Should.Throw<ConfigurationException>(() => Runs.With(new AnalysisSettings { Profile = "prod" }, new AssertRule(), ("a.py", Source))).Errors.Single().ShouldStartWith("there is no profile `prod`");
    }

    [Fact]
    public void A_profile_a_manual_dimension_and_weights_can_be_given()
    {
        var report = Scan("""
            profile = "mine"
            [profiles.mine]
            weights = { debugging-ergonomics = 1 }
            [manual.team-fit]
            title = "Team fit"
            weight = 3
            score = 4.5
            reason = "two maintainers know it"
            [model.criteria."debugging-ergonomics/messages"]
            half = 0.5
            """);
        var card = report.Projects[0].Scorecard;
        card.Dimensions.Select(dimension => (dimension.Id, dimension.Score)).ShouldBe([("debugging-ergonomics", 1.0), ("team-fit", 4.5)]);
        card.Index.ShouldBe(3.63);
        card.Dimensions[1].ManualReason.ShouldBe("two maintainers know it");
    }

    private static Reports.Report Scan(string settings) => Runs.Of(new AssertRule(), ("shop/a.py", Source), (".static-readiness.toml", settings));
}
