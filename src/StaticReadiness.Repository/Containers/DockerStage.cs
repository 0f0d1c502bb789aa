using System.Collections.Immutable;

namespace StaticReadiness.Repository.Containers;

/// <summary>A stage of a Dockerfile: what stands from one FROM to the next.</summary>
/// <param name="Name">The name behind AS, or null.</param>
/// <param name="Image">The image or the name of an earlier stage, with the defaults of global ARGs filled in.</param>
/// <param name="Parent">The earlier stage that <paramref name="Image"/> names, or null.</param>
public sealed record DockerStage(string? Name, string Image, DockerStage? Parent, DockerInstruction From, ImmutableArray<DockerInstruction> Instructions)
{
    /// <summary>Whether the image still holds a variable without a default.</summary>
    public bool IsImageKnown => !Image.Contains('$');

    /// <summary>The image at the bottom of the chain of stages.</summary>
    public string BaseImage => Parent?.BaseImage ?? Image;

    /// <summary>The instructions of the parents, then its own.</summary>
    public IEnumerable<DockerInstruction> AllInstructions => Parent is null ? Instructions : Parent.AllInstructions.Concat(Instructions);

    /// <summary>The last instruction of a kind, the parents' if it has none: the one that is in force.</summary>
    public DockerInstruction? Last(DockerKeyword keyword) => AllInstructions.LastOrDefault(i => i.Keyword == keyword);
}
