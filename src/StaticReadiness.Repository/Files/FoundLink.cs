namespace StaticReadiness.Repository.Files;

/// <summary>A symbolic link that a walk met.</summary>
internal readonly record struct FoundLink(string Path);
