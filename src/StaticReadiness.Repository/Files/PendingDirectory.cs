namespace StaticReadiness.Repository.Files;

/// <summary>A directory still to be listed.</summary>
/// <param name="Path">Relative to the root; empty for the root.</param>
/// <param name="Ignored">Git ignores the directory: only tracked files count below it.</param>
/// <param name="Doubt">What the directory is by its name, unless its contents say that it is a package.</param>
/// <param name="OnlyIncluded">The directory is left out but for what an include pattern names.</param>
/// <param name="InNested">How much of the path leads to the working tree that <paramref name="Git"/> speaks about.</param>
internal readonly record struct PendingDirectory(string Path, GitScope? Git, bool Ignored, string? Doubt, bool OnlyIncluded, int InNested)
{
    /// <summary>A path of the walk as the scope knows it.</summary>
    public string InGit(string path) => InNested == 0 ? path : path.Length < InNested ? "" : path[InNested..];
}
