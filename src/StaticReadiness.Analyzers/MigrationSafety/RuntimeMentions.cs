using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Finds the Python versions that containers, version files and pipelines name.</summary>
internal static class RuntimeMentions
{
    /// <summary>What production runs on: the images built on Python's own, and the version files of platforms and version managers.</summary>
    public static IEnumerable<RuntimeMention> Deployed(Project project)
    {
        foreach (var (file, dockerfile) in project.Deployment.Dockerfiles)
            if (dockerfile.FinalStage is { } final && VersionOfImage(final.BaseImage) is { } version)
                yield return new RuntimeMention(version, $"the image of `{file.Path}`", new Location(file.Path, dockerfile.Text, Root(final).From.Span), IsDeployed: true);
        foreach (var file in project.Files.Files)
        {
            // what a template says is for the projects made from it
            if (file.Name is not (".python-version" or "runtime.txt") || file.Path.Contains("template", StringComparison.OrdinalIgnoreCase) || !file.ReadText().TryGet(out var text)) continue;
            var line = text.Content.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0 && l[0] != '#') ?? "";
            if (Read(line.StartsWith("python-", StringComparison.Ordinal) ? line["python-".Length..] : line) is { } version)
                yield return new RuntimeMention(version, $"`{file.Path}`", new Location(file.Path, text, text.GetLineSpan(0)), IsDeployed: true);
        }
    }

    /// <summary>What pipelines test with, a group for each job.</summary>
    public static IEnumerable<IGrouping<string, RuntimeMention>> TestedByJob(Project project) =>
        from mention in project.Pipelines.Runtimes
        let version = Read(mention.Version)
        where version is not null
        group new RuntimeMention(version, mention.Job.Length == 0 ? $"`{mention.Path}`" : $"the job `{mention.Job}`", new Location(mention.Path, mention.Source, mention.Span), IsDeployed: false) by $"{mention.Path}:{mention.Job}";

    private static DockerStage Root(DockerStage stage) => stage.Parent is null ? stage : Root(stage.Parent);

    // python:3.12-slim, docker.io/library/python:3.12@sha256:…, but not python:latest or someone's own python-base
    private static PythonVersion? VersionOfImage(string image)
    {
        var name = image.Split('@')[0];
        var colon = name.LastIndexOf(':');
        if (colon < 0 || name[..colon].Split('/')[^1] != "python") return null;
        return Read(name[(colon + 1)..].Split('-')[0]);
    }

    // a version names a release only with its minor number: "3" and "3.x" are whatever is new
    private static PythonVersion? Read(string text) =>
        PythonVersion.TryParse(text.Split('-')[0], out var version) && version is { Release.Length: >= 2, Major: 2 or 3 } ? version : null;
}
