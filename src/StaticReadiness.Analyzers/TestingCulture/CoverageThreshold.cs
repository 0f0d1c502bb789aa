using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Finds the share of code that the tests must run for them to pass.</summary>
internal static class CoverageThreshold
{
    private const string Option = "--cov-fail-under";

    private static readonly HashSet<string> Files = [".coveragerc", "pyproject.toml", "setup.cfg", "tox.ini", "pytest.ini", ".coveragerc.toml", "codecov.yml", ".codecov.yml", "codecov.yaml"];

    public static (Location Place, string Text)? Find(Project project)
    {
        foreach (var run in project.Pipelines.Commands)
            if (run.Commands.Any(command => command.Words.Any(word => word.Text.StartsWith(Option, StringComparison.Ordinal) || word.Text.StartsWith("--fail-under", StringComparison.Ordinal))))
                return (new Location(run.Path, run.Source, run.Span), "coverage has a threshold");
        foreach (var file in project.Files.Files)
        {
            if (!Files.Contains(file.Name) || file.Directory != project.Root || !file.ReadText().TryGet(out var text)) continue;
            var at = text.Content.IndexOf("fail_under", StringComparison.Ordinal);
            if (at < 0) at = text.Content.IndexOf(Option, StringComparison.Ordinal);
            if (at >= 0) return (new Location(file.Path, text, new TextSpan(at, "fail_under".Length)), "coverage has a threshold");
        }

        return null;
    }
}
