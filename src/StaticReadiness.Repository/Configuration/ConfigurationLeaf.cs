using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A scalar and the way to it.</summary>
/// <param name="Path">The keys that lead to it, joined by dots; items of a list carry their list's path.</param>
/// <param name="KeySpan">The place of the last key; empty where there is none.</param>
/// <param name="Value">The scalar.</param>
public readonly record struct ConfigurationLeaf(string Path, TextSpan KeySpan, ConfigurationScalar Value)
{
    /// <summary>The last key of the path.</summary>
    public string Key => Path[(Path.LastIndexOf('.') + 1)..];
}

internal readonly record struct ConfigurationLeafStep(string Path, TextSpan KeySpan, ConfigurationNode Node)
{
    public ConfigurationLeafStep Into(ConfigurationEntry entry) =>
        new(Path.Length == 0 ? entry.Key : $"{Path}.{entry.Key}", entry.KeySpan, entry.Value);
}
