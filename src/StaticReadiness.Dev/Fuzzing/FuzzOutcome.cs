namespace StaticReadiness.Dev.Fuzzing;

/// <summary>What became of one source: nothing wrong, or the problem with the source that shows it.</summary>
internal sealed record FuzzOutcome(int Index, string Kind, string Source, string? Problem);
