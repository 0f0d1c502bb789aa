namespace StaticReadiness.Repository.Files;

/// <summary>The files of a repository, in ordinal order of their paths.</summary>
public abstract class RepositoryFiles
{
    public abstract IReadOnlyList<RepositoryFile> Files { get; }
}
