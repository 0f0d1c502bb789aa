namespace StaticReadiness.Dev.Oracle;

/// <summary>The outcome for one file: whether CPython refuses it, and in what we differ, if at all.</summary>
internal sealed record DumpComparison(string Path, bool IsRefused, string? Difference);
