namespace StaticReadiness.Repository.Files;

/// <summary>A file, or a directory with all it holds, that is not read, and why.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
/// <param name="Detail">One clause for a person to read.</param>
public sealed record SkippedFile(string Path, bool IsDirectory, SkipReason Reason, string Detail)
{
    /// <summary>True when something that should have been read was not.</summary>
    public bool IsIncomplete => Reason == SkipReason.Unreadable;
}
