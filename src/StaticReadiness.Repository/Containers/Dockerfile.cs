using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Containers;

/// <summary>A Dockerfile, read as BuildKit reads it (https://docs.docker.com/reference/dockerfile/).</summary>
public sealed class Dockerfile
{
    internal Dockerfile(SourceText text, ImmutableArray<DockerInstruction> instructions, ImmutableArray<DockerStage> stages)
    {
        Text = text;
        Instructions = instructions;
        Stages = stages;
    }

    public SourceText Text { get; }

    /// <summary>All instructions, those before the first FROM included.</summary>
    public ImmutableArray<DockerInstruction> Instructions { get; }

    public ImmutableArray<DockerStage> Stages { get; }

    /// <summary>The stage that a plain build produces, or null for a file without FROM.</summary>
    public DockerStage? FinalStage => Stages.IsEmpty ? null : Stages[^1];

    public static Dockerfile Parse(SourceText text) => new DockerfileReader(text).Read();

    /// <summary>Whether a file is a Dockerfile by its name.</summary>
    public static bool IsDockerfile(RepositoryFile file)
    {
        var name = file.Name;
        if (name is "Dockerfile" or "Containerfile") return true;
        if (name.EndsWith(".dockerfile", StringComparison.OrdinalIgnoreCase)) return true;
        if (!name.StartsWith("Dockerfile.", StringComparison.Ordinal) && !name.StartsWith("Containerfile.", StringComparison.Ordinal)) return false;
        var extension = System.IO.Path.GetExtension(name);
        return extension is not (".dockerignore" or ".md" or ".j2" or ".jinja" or ".jinja2" or ".tmpl" or ".template" or ".erb" or ".mustache" or ".py" or ".sh" or ".bak" or ".orig");
    }
}
