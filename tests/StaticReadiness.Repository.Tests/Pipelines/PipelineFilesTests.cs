using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;

namespace StaticReadiness.Repository.Tests.Pipelines;

public class PipelineFilesTests
{
    private static PipelineFiles Read(string path, string content) => PipelineFiles.Read(RepositoryFiles.InMemory((path, content)));

    private static string[] Commands(string path, string content) => [.. Read(path, content).Commands.SelectMany(c => c.Commands.Select(s => $"{c.Tool} {c.Job}: {s.Text}"))];

    private const string Workflow = """
        on: push
        jobs:
          test:
            strategy:
              matrix:
                python-version: [3.9, "3.10", 3.10]
                include:
                  - python-version: pypy3.10
            steps:
              - uses: actions/checkout@v4
              - uses: actions/setup-python@v5
                with: { python-version: "${{ matrix.python-version }}" }
              - name: Test
                run: |
                  pip install -r requirements.txt

                  pytest -q && coverage report
              - run: python -m build
              - run: print("pip install x")
                shell: python
          call:
            uses: org/repo/.github/workflows/x.yml@main
          lint:
            container: { image: python:3.12-slim }
            steps:
              - uses: actions/setup-python@v5
                with:
                  python-version: |
                    3.11
                    3.13-dev
        """;

    [Fact]
    public void A_workflow_shows_its_commands_actions_and_Pythons()
    {
        var read = Read(".github/workflows/ci.yml", Workflow);
        var pipeline = read.Pipelines.ShouldHaveSingleItem();

        read.HasContinuousIntegration.ShouldBeTrue();
        read.Commands.SelectMany(c => c.Commands).Select(c => c.Text).ShouldBe(["pip install -r requirements.txt", "pytest -q", "coverage report", "python -m build"]);
        read.Commands.Single(c => c.Commands.IsEmpty).Text.ShouldContain("print");
        foreach (var word in read.Commands.SelectMany(c => c.Commands).SelectMany(c => c.Words)) pipeline.Text.ToString(word.Span).ShouldBe(word.Text);
        read.Actions.Select(a => (a.Job, a.Name, a.Version)).ShouldBe(
            [("test", "actions/checkout", "v4"), ("test", "actions/setup-python", "v5"), ("call", "org/repo/.github/workflows/x.yml", "main"), ("lint", "actions/setup-python", "v5")]);
        read.Runtimes.Select(r => (r.Job, r.Version)).ShouldBe(
            [("test", "3.9"), ("test", "3.10"), ("test", "3.10"), ("test", "pypy3.10"), ("lint", "3.12"), ("lint", "3.11"), ("lint", "3.13-dev")]);
    }

    [Fact]
    public void The_scripts_of_other_services_are_found_where_they_stand()
    {
        Commands(".gitlab-ci.yml", "default: { image: python:3.11 }\ntest:\n  before_script: pip install tox\n  script:\n    - tox\n    - [a, b]\n").ShouldBe(["GitLab test: pip install tox", "GitLab test: tox", "GitLab test: a", "GitLab test: b"]);
        Commands("azure-pipelines.yml", "jobs:\n- job: A\n  steps:\n  - script: pytest\n  - task: UsePythonVersion@0\n    inputs: { versionSpec: 3.10 }\n  - bash: make x\n").ShouldBe(["Azure A: pytest", "Azure A: make x"]);
        Commands(".circleci/config.yml", "jobs:\n  build:\n    docker: [{ image: cimg/python:3.9 }]\n    steps:\n      - checkout\n      - run: pip install -e .\n      - run: { name: t, command: pytest }\n").ShouldBe(["CircleCi build: pip install -e .", "CircleCi build: pytest"]);
        Commands("bitbucket-pipelines.yml", "pipelines:\n  default:\n    - step: { script: [make test, { pipe: 'a/b:1.0' }] }\n").ShouldBe(["Bitbucket : make test"]);
        Commands(".travis.yml", "python: ['3.8']\nscript: pytest\n").ShouldBe(["Travis : pytest"]);
        Commands("Jenkinsfile", "node { sh 'pip install x'\n sh(script: \"\"\"\n  pytest\n \"\"\") \n push('no') }").ShouldBe(["Jenkins : pip install x", "Jenkins : pytest"]);
        Commands("Jenkinsfile", "node { bat 'tox -e py'\n acrobat 'no'\n pwsh(script: 'pip install y')\n powershell \"pytest -q\" }").ShouldBe(["Jenkins : tox -e py", "Jenkins : pip install y", "Jenkins : pytest -q"]);
    }

    [Theory]
    [InlineData(".gitlab-ci.yml", "a: { image: 'registry.local/python:3.11-slim', script: x }", "3.11")]
    [InlineData("azure-pipelines.yml", "steps:\n- task: UsePythonVersion@0\n  inputs: { versionSpec: 3.10 }\n", "3.10")]
    [InlineData(".circleci/config.yml", "jobs: { b: { docker: [{ image: 'cimg/python:3.9.1' }] } }", "3.9.1")]
    [InlineData(".travis.yml", "python: [3.10]", "3.10")]
    [InlineData("tox.ini", "[tox]\nenvlist = py{39,310}-dj, py3.12, pypy, lint\n", "3.9 3.10 3.12")]
    [InlineData("noxfile.py", "import nox\nV = ['3.11', '3.12']\n@nox.session(python=V)\ndef t(session):\n    pass\n", "3.11 3.12")]
    public void The_Pythons_of_a_pipeline_are_known_as_written(string path, string content, string versions) =>
        string.Join(' ', Read(path, content).Runtimes.Select(r => r.Version)).ShouldBe(versions);

    [Fact]
    public void Task_files_show_their_commands()
    {
        Commands("Makefile", "VERSION := 1\n.PHONY: test\ntest: deps # run\n\t@pytest \\\n\t  -q\n\t-rm -rf x\n\nifdef X\n\tnot: recipe\nendif\ndeps:\n\tpip install -r r.txt; true\n").ShouldBe(
            ["Make test: pytest -q", "Make test: rm -rf x", "Make test: not: recipe", "Make deps: pip install -r r.txt", "Make deps: true"]);
        Commands("justfile", "set shell := ['bash']\ntest *args:\n    pytest {{args}}\n").ShouldBe(["Just test: pytest {{args}}"]);
        Commands("crontab", "# m h\nSHELL=/bin/sh\n*/5 * * * * python manage.py clear\n@daily backup now\n").ShouldBe(["Cron : python manage.py clear", "Cron : backup now"]);
        Commands("tox.ini", "[testenv]\ncommands =\n  pytest {posargs}\n  coverage report\n[testenv:lint]\ncommands = ruff check\n").ShouldBe(["Tox : pytest {posargs}", "Tox : coverage report", "Tox lint: ruff check"]);
        Commands("noxfile.py", "import nox\n@nox.session\ndef tests(session):\n    session.run('pytest', '-q', *session.posargs)\n").ShouldBe(["Nox tests: pytest -q"]);
        Commands("run.sh", "#!/bin/sh\nset -e\nexec uvicorn app:app\n").ShouldBe(["ShellScript : set -e", "ShellScript : exec uvicorn app:app"]);
        Commands("pyproject.toml", "[tool.poe.tasks]\ntest = 'pytest -q'\nlint = { cmd = 'ruff check' }\n[tool.hatch.envs.default.scripts]\ncov = ['a', 'b']\n[tool.tox.env.x]\ncommands = [['pytest', '-x']]\n").ShouldBe(
            ["TaskRunner test: pytest -q", "TaskRunner lint: ruff check", "TaskRunner default:cov: a", "TaskRunner default:cov: b", "TaskRunner x: pytest -x"]);
    }

    [Fact]
    public void Hooks_name_their_repository_and_revision()
    {
        var read = Read(".pre-commit-config.yaml", "repos:\n- repo: https://example.org/ruff\n  rev: v0.1\n  hooks: [{ id: ruff }]\n- repo: local\n  hooks:\n  - { id: mypy, entry: mypy src }\n");

        read.Actions.Select(a => (a.Job, a.Name, a.Version)).ShouldBe([("https://example.org/ruff", "ruff", "v0.1"), ("local", "mypy", null)]);
        read.Commands.ShouldHaveSingleItem().Text.ShouldBe("mypy src");
        read.HasContinuousIntegration.ShouldBeFalse();
    }

    [Fact]
    public void Broken_YAML_is_reported_with_its_place() => Read(".github/workflows/a.yml", "jobs: [\n").Pipelines[0].Errors.ShouldNotBeEmpty();
}
