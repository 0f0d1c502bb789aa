namespace StaticReadiness.Repository.Files;

/// <summary>A file that a walk decided to read.</summary>
internal readonly record struct FoundFile(string Path, long Length, GitTracking Tracking);
