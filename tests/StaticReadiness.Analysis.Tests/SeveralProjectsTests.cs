using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Tests;

public class SeveralProjectsTests
{
    private static readonly (string Path, string Content)[] Monorepo =
    [
        ("README.md", "# shop\n"),
        ("compose.yaml", "services: {}\n"),
        ("services/cart/pyproject.toml", "[project]\nname = 'cart'\n"),
        ("services/cart/cart/app.py", "assert 1\nassert 2\n"),
        ("services/stock/pyproject.toml", "[project]\nname = 'stock'\n"),
        ("services/stock/stock/app.py", "from common.log import log\n"),
        ("libs/common/pyproject.toml", "[project]\nname = 'common'\n"),
        ("libs/common/src/common/log.py", "def log(): assert 3\n"),
    ];

    [Fact]
    public void Each_project_is_scored_by_its_own_code()
    {
        var report = Runs.Of(new AssertRule(), Monorepo);

        report.Projects.Select(project => project.Root).ShouldBe(["libs/common", "services/cart", "services/stock"]);
        Findings(report, "services/cart").ShouldBe(2);
        Findings(report, "libs/common").ShouldBe(1);
    }

    [Fact]
    public void The_libraries_a_project_is_built_from_count_as_its_own_but_are_told_once()
    {
        var report = Runs.Of(new AssertRule(), Monorepo);

        Findings(report, "services/stock").ShouldBe(1);
        report.Lines().ShouldBe(["libs/common/src/common/log.py:1 assert-as-check", "services/cart/cart/app.py:1 assert-as-check", "services/cart/cart/app.py:2 assert-as-check"]);
        report.Findings.Select(finding => finding.Fingerprint).ShouldBeUnique();
    }

    [Fact]
    public void What_lies_outside_all_projects_is_shared()
    {
        var listed = new List<string>();
        var rule = ScriptedRule.New("SR0199", "files", context => context.RegisterProjectAction(project =>
        {
            lock (listed) listed.AddRange(project.Project.Files.Files.Where(file => !file.IsPython).Select(file => $"{project.Project.Root}: {file.Path}"));
        }));

        Runs.Of(rule, Monorepo);

        listed.Where(line => line.StartsWith("services/cart", StringComparison.Ordinal)).ShouldBe(["services/cart: README.md", "services/cart: compose.yaml", "services/cart: services/cart/pyproject.toml"]);
    }

    [Fact]
    public void A_project_at_the_top_shares_its_licence_and_pipelines_and_keeps_its_deployment()
    {
        var seen = new List<string>();
        var rule = ScriptedRule.New("SR0199", "files", context => context.RegisterProjectAction(project =>
        {
            lock (seen) if (project.Project.Root.Length > 0) seen.AddRange(project.Project.Files.Files.Select(file => file.Path));
        }));

        Runs.Of(rule, ("pyproject.toml", "[project]\nname = 'top'\n"), ("top.py", ""), ("LICENSE", ""), (".github/workflows/test.yml", ""), ("compose.yaml", ""), (".env", "A=1\n"), ("uv.lock", ""),
            ("sdk/pyproject.toml", "[project]\nname = 'sdk'\n"), ("sdk/sdk.py", ""));

        seen.ShouldBe([".github/workflows/test.yml", "LICENSE", "sdk/pyproject.toml", "sdk/sdk.py", "uv.lock"]);
    }

    [Fact]
    public void What_a_project_lacks_stands_at_its_folder_and_what_the_repository_lacks_at_none()
    {
        var own = ScriptedRule.New("SR0198", "lacking", context => context.RegisterProjectAction(project => project.Report(Location.Repository, "no tests")));
        var common = new ScriptedRule(own.Descriptor with { Id = "SR0199", Name = "unlicensed", IsAboutRepository = true }, context => context.RegisterProjectAction(project => project.Report(Location.Repository, "no licence")));

        var report = Runs.Of(Runs.Options, [own, common], Monorepo);

        report.Lines().ShouldBe([":0 unlicensed", "libs/common:0 lacking", "services/cart:0 lacking", "services/stock:0 lacking"]);
    }

    [Fact]
    public void The_user_may_name_the_projects()
    {
        Runs.With(new AnalysisSettings { Projects = ["."] }, new AssertRule(), Monorepo).Projects.Select(project => project.Root).ShouldBe([""]);
        Runs.With(new AnalysisSettings { Projects = ["services/cart", "services/stock"] }, new AssertRule(), Monorepo).Projects.Length.ShouldBe(2);
        Should.Throw<ConfigurationException>(() => Runs.With(new AnalysisSettings { Projects = ["services/card"] }, new AssertRule(), Monorepo))
            .Message.ShouldContain("`services/card`");
    }

    [Fact]
    public void A_listing_of_some_files_still_answers_for_every_path()
    {
        var files = RepositoryFiles.InMemory(Monorepo).Listing(path => path.StartsWith("libs/", StringComparison.Ordinal));

        files.Files.Count.ShouldBe(2);
        files.TryGet("README.md").ShouldNotBeNull();
        files.DirectoryExists("services/cart").ShouldBeTrue();
    }

    private static int Findings(Report report, string root) => report.Projects.Single(project => project.Root == root).Results.Sum(result => result.Findings.Length);
}
