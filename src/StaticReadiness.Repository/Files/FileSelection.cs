namespace StaticReadiness.Repository.Files;

/// <summary>Which files of a repository are read.</summary>
public sealed record FileSelection
{
    public static FileSelection Default { get; } = new();

    /// <summary>Patterns, as in a <c>.gitignore</c>, of files to leave out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Patterns, as in a <c>.gitignore</c>, of files to read although a default or a <c>.gitignore</c> leaves them out.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    public bool RespectGitIgnore { get; init; } = true;

    /// <summary>The longest Python file to read, in bytes: longer ones are generated tables that no person maintains.</summary>
    public long MaxPythonLength { get; init; } = 5 * 1024 * 1024;

    /// <summary>The longest other file to read, in bytes.</summary>
    public long MaxLength { get; init; } = 20 * 1024 * 1024;
}
