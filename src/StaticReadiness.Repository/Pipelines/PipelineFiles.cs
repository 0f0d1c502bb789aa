using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>The pipelines and task files of a repository.</summary>
public sealed class PipelineFiles
{
    private PipelineFiles(ImmutableArray<Pipeline> pipelines) => Pipelines = pipelines;

    public ImmutableArray<Pipeline> Pipelines { get; }

    public IEnumerable<PipelineCommand> Commands => Pipelines.SelectMany(p => p.Commands);

    public IEnumerable<PipelineAction> Actions => Pipelines.SelectMany(p => p.Actions);

    public IEnumerable<PythonRuntimeMention> Runtimes => Pipelines.SelectMany(p => p.Runtimes);

    /// <summary>Whether a service builds or tests every change.</summary>
    public bool HasContinuousIntegration => Pipelines.Any(p => p.Tool <= PipelineTool.Jenkins);

    public static PipelineFiles Read(RepositoryFiles files, CancellationToken cancellation = default)
    {
        var pipelines = ImmutableArray.CreateBuilder<Pipeline>();
        foreach (var file in files.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (ToolOf(file) is not { } tool || (file.Role & (FileRoles.Vendored | FileRoles.Test)) != FileRoles.None || !file.ReadText().TryGet(out var text)) continue;
            pipelines.Add(Read(file.Path, text, tool));
        }

        return new PipelineFiles(pipelines.DrainToImmutable());
    }

    /// <summary>The pipelines that lie in files a project sees.</summary>
    public PipelineFiles Within(Func<string, bool> isSeen) => new([.. Pipelines.Where(pipeline => isSeen(pipeline.Path))]);

    /// <summary>Reads one file as the given tool reads it.</summary>
    public static Pipeline Read(string path, SourceText text, PipelineTool tool) => tool switch
    {
        PipelineTool.GitHubActions => GitHubReader.Read(path, text),
        PipelineTool.Jenkins => TaskFileReader.ReadJenkinsfile(path, text),
        PipelineTool.Tox => TaskFileReader.ReadTox(path, text),
        PipelineTool.Nox => NoxSessionReader.Read(path, text),
        PipelineTool.PreCommit => PreCommitReader.Read(path, text),
        PipelineTool.Make or PipelineTool.Just => TaskFileReader.ReadRecipes(path, text, tool),
        PipelineTool.Cron => TaskFileReader.ReadCrontab(path, text),
        PipelineTool.TaskRunner => TaskTableReader.Read(path, text),
        PipelineTool.ShellScript => TaskFileReader.ReadShellScript(path, text),
        _ => ScriptKeysReader.Read(path, text, tool),
    };

    /// <summary>The tool that a file belongs to, by its name and place; null for none.</summary>
    public static PipelineTool? ToolOf(RepositoryFile file)
    {
        var name = file.Name;
        var isYaml = name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal);
        if (isYaml) return ToolOfYaml(file.Path, name, file.Directory);
        return name switch
        {
            "Jenkinsfile" => PipelineTool.Jenkins,
            "tox.ini" => PipelineTool.Tox,
            "noxfile.py" => PipelineTool.Nox,
            "pyproject.toml" => PipelineTool.TaskRunner,
            "Makefile" or "GNUmakefile" or "makefile" => PipelineTool.Make,
            "justfile" or "Justfile" or ".justfile" => PipelineTool.Just,
            "crontab" => PipelineTool.Cron,
            _ when name.StartsWith("Jenkinsfile.", StringComparison.Ordinal) => PipelineTool.Jenkins,
            _ when name.EndsWith(".mk", StringComparison.Ordinal) => PipelineTool.Make,
            _ when name.EndsWith(".cron", StringComparison.Ordinal) || name.EndsWith(".crontab", StringComparison.Ordinal) || file.Directory.EndsWith("cron.d", StringComparison.Ordinal) => PipelineTool.Cron,
            _ when name.EndsWith(".sh", StringComparison.Ordinal) || name.EndsWith(".bash", StringComparison.Ordinal) => PipelineTool.ShellScript,
            _ => null,
        };
    }

    private static PipelineTool? ToolOfYaml(string path, string name, string directory)
    {
        if (directory == ".github/workflows" || (name is "action.yml" or "action.yaml")) return PipelineTool.GitHubActions;
        if (name.EndsWith(".gitlab-ci.yml", StringComparison.Ordinal) || directory == ".gitlab/ci" || directory.StartsWith(".gitlab/ci/", StringComparison.Ordinal)) return PipelineTool.GitLab;
        if (directory == ".circleci") return PipelineTool.CircleCi;
        if (name.StartsWith("azure-pipelines", StringComparison.Ordinal) || name.StartsWith(".azure-pipelines", StringComparison.Ordinal) || path.StartsWith(".azure-pipelines/", StringComparison.Ordinal)) return PipelineTool.Azure;
        return name switch
        {
            ".travis.yml" => PipelineTool.Travis,
            "bitbucket-pipelines.yml" => PipelineTool.Bitbucket,
            ".drone.yml" or ".woodpecker.yml" => PipelineTool.Drone,
            ".pre-commit-config.yaml" or ".pre-commit-config.yml" => PipelineTool.PreCommit,
            _ => null,
        };
    }
}
