namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>A network call of a known library, with where its timeout stands and what holds without one.</summary>
internal sealed record OutboundCall(string Name, string Timeout, int Position, string Default);
