namespace StaticReadiness.Repository.Files;

/// <summary>Whether git keeps a file.</summary>
public enum GitTracking
{
    /// <summary>There is no git working tree, or its index cannot be read.</summary>
    Unknown,
    Tracked,
    Untracked,
}
