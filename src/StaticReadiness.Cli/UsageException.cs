namespace StaticReadiness.Cli;

/// <summary>Wrong use of the command line, in words for the user.</summary>
public sealed class UsageException(string message) : Exception(message);
