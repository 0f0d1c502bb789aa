using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Settings that a user must mend before anything can run; each error names file, line and key.</summary>
public sealed class ConfigurationException(ImmutableArray<string> errors) : Exception(string.Join('\n', errors))
{
    public ImmutableArray<string> Errors { get; } = errors;
}
