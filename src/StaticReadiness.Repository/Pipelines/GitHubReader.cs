using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>Reads workflows and composite actions of GitHub Actions (https://docs.github.com/actions/reference/workflow-syntax-for-github-actions).</summary>
internal static class GitHubReader
{
    private static readonly ImmutableHashSet<string> ForeignShells = ["python", "pwsh", "powershell", "cmd", "node", "perl"];

    public static Pipeline Read(string path, SourceText text)
    {
        var builder = new PipelineBuilder(path, text, PipelineTool.GitHubActions);
        var yaml = YamlDocuments.Parse(text);
        if (yaml.Mapping is { } root)
        {
            if (root.GetMapping("jobs") is { } jobs)
                foreach (var job in jobs.Entries)
                    if (job.Value is ConfigurationMapping definition) ReadJob(builder, job.Key, definition);
            ReadSteps(builder, "", root.GetSequence("runs", "steps"), null);
        }

        return builder.Build(yaml.Errors);
    }

    private static void ReadJob(PipelineBuilder builder, string name, ConfigurationMapping job)
    {
        if (job["uses"] is ConfigurationScalar use) builder.AddAction(name, use, job.GetMapping("with"));
        builder.AddRuntimeOfImage(name, job.GetString("container") is null ? job.At("container", "image") : job["container"]);
        ReadSteps(builder, name, job.GetSequence("steps"), job.GetMapping("strategy", "matrix"));
    }

    private static void ReadSteps(PipelineBuilder builder, string job, ConfigurationSequence? steps, ConfigurationMapping? matrix)
    {
        if (steps is null) return;
        foreach (var step in steps.Mappings)
        {
            if (step["run"] is ConfigurationScalar run)
            {
                if (ForeignShells.Contains(step.GetString("shell")?.Split(' ')[0] ?? "")) builder.AddForeignScript(job, run);
                else builder.AddScript(job, run);
            }

            if (step["uses"] is not ConfigurationScalar use) continue;
            var inputs = step.GetMapping("with");
            builder.AddAction(job, use, inputs);
            if (inputs?["python-version"] is { } version) ReadVersion(builder, job, version, matrix);
        }
    }

    /// <summary><c>${{ matrix.python-version }}</c> stands for the values of the matrix and of its <c>include</c> entries.</summary>
    private static void ReadVersion(PipelineBuilder builder, string job, ConfigurationNode version, ConfigurationMapping? matrix)
    {
        if (version.AsString() is not { } expression || !expression.Contains("${{", StringComparison.Ordinal))
        {
            builder.AddRuntimes(job, version);
            return;
        }

        const string Prefix = "matrix.";
        var at = expression.IndexOf(Prefix, StringComparison.Ordinal);
        if (at < 0 || matrix is null) return;
        var path = expression[(at + Prefix.Length)..].Split([' ', '}'], 2)[0].Split('.');
        builder.AddRuntimes(job, matrix[path[0]]);
        foreach (var list in new[] { matrix.GetSequence("include"), matrix.GetSequence(path[0]) })
            foreach (var entry in list?.Mappings ?? [])
                builder.AddRuntimes(job, entry.At(list == matrix.GetSequence("include") ? path : path[1..]));
    }
}
