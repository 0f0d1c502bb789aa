using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A table of a configuration file: keys in file order, looked up by name.</summary>
public class ConfigurationMapping(TextSpan span) : ConfigurationNode(span)
{
    private const int LinearLimit = 8;
    private readonly List<ConfigurationEntry> entries = [];
    private Dictionary<string, int>? index;

    public IReadOnlyList<ConfigurationEntry> Entries => entries;

    /// <summary>The value of a key, or null.</summary>
    public ConfigurationNode? this[string key] => Find(key) is var i && i >= 0 ? entries[i].Value : null;

    /// <summary>The value at the end of a path of keys, or null when a step is missing or no mapping.</summary>
    public ConfigurationNode? At(params ReadOnlySpan<string> path)
    {
        ConfigurationNode? node = this;
        foreach (var key in path) node = (node as ConfigurationMapping)?[key];
        return node;
    }

    public ConfigurationMapping? GetMapping(params ReadOnlySpan<string> path) => At(path) as ConfigurationMapping;

    public ConfigurationSequence? GetSequence(params ReadOnlySpan<string> path) => At(path) as ConfigurationSequence;

    /// <summary>The text of a string scalar at the end of a path, or null.</summary>
    public string? GetString(params ReadOnlySpan<string> path) => At(path)?.AsString();

    public bool ContainsKey(string key) => Find(key) >= 0;

    /// <summary>The entry of a key with the key's place, or null.</summary>
    public ConfigurationEntry? FindEntry(string key) => Find(key) is var i && i >= 0 ? entries[i] : null;

    internal void Add(string key, TextSpan keySpan, ConfigurationNode value)
    {
        index?.TryAdd(key, entries.Count);
        entries.Add(new ConfigurationEntry(key, keySpan, value));
        if (entries.Count > LinearLimit) index ??= BuildIndex();
    }

    internal void Replace(string key, TextSpan keySpan, ConfigurationNode value)
    {
        var i = Find(key);
        if (i >= 0) entries[i] = new ConfigurationEntry(key, keySpan, value);
        else Add(key, keySpan, value);
    }

    private int Find(string key)
    {
        if (index is not null) return index.TryGetValue(key, out var found) ? found : -1;
        for (var i = 0; i < entries.Count; i++)
            if (string.Equals(entries[i].Key, key, StringComparison.Ordinal)) return i;
        return -1;
    }

    private Dictionary<string, int> BuildIndex()
    {
        var built = new Dictionary<string, int>(entries.Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++) built.TryAdd(entries[i].Key, i);
        return built;
    }
}
