namespace StaticReadiness.Repository.Files;

/// <summary>One file of a repository.</summary>
public abstract class RepositoryFile
{
    /// <summary>The path relative to the repository's root, with forward slashes.</summary>
    public abstract string Path { get; }

    public abstract FileRoles Role { get; }
}
