using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Pipelines;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Tells the pipeline commands that run tests from those that may and those that do not.</summary>
internal static class TestRuns
{
    private static readonly HashSet<string> Runners = ["pytest", "py.test", "tox", "nox", "unittest", "nosetests", "nose2", "trial", "stestr", "runtests.py", "pants", "bazel"];

    private static readonly HashSet<string> Installers = ["pip", "pip3", "apt", "apt-get", "brew", "conda", "mamba", "npm", "yarn", "pnpm", "cd", "echo", "mkdir", "docker-compose", "cp", "export", "source", "curl", "git", "twine"];

    /// <summary>Programs that run what is written elsewhere.</summary>
    private static readonly HashSet<string> Indirect = ["make", "just", "task", "invoke", "inv", "poe", "docker", "docker-compose", "podman", "bash", "sh", "earthly", "dagger", "hatch", "pdm", "rye", "nix", "nix-build", "mise", "moon", "nx", "turbo", "bazel", "pants", "scons", "doit"];

    public static bool RunsTests(ShellCommand command) =>
        Runners.Contains(command.Program) || (!Installers.Contains(command.Program) && command.Words.Any(word => Runners.Contains(word.Text) || NamesTests(word.Text)));

    public static bool MayRunTests(ShellCommand command) => Indirect.Contains(command.Program) || (command.Words is [var first, ..] && (first.Text.Contains('/') || first.Text.EndsWith(".sh", StringComparison.Ordinal)));

    // A workflow of another repository is also told what to do: `with: command: "test backend"`.
    public static bool RunsTests(PipelineAction action) => IdentifierWords.Split(action.Name).Any(word => word is "tox" or "nox" or "pytest" or "test" or "tests" or "ci")
        || action.Inputs?.Entries.Any(input => IdentifierWords.Split(input.Key).Any(word => word is "command" or "commands" or "run" or "script" or "args" or "target" or "recipe" or "task" or "session") && input.Value.AsString() is { } text && NamesTests(text)) == true;

    /// <summary>Whether an action is a file of pipelines that stands in another repository.</summary>
    public static bool MayRunTests(PipelineAction action) => action.Tool == PipelineTool.GitLab || (action.Tool == PipelineTool.GitHubActions && action.Name.Contains("/.github/workflows/", StringComparison.Ordinal) && !action.Name.StartsWith('.'));

    // `make test-unit`, `./scripts/run_tests.sh`, `manage.py test`, `docker build --target tests`.
    private static bool NamesTests(string word) =>
        word.Length < 80 && IdentifierWords.Split(word).Any(part => part is "test" or "tests" or "testing" or "check" or "ci" or "pytest" or "unittest" or "unittests" or "runtests" or "testall" or "e2e" or "coverage");
}
