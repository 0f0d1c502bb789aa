using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A list of a configuration file.</summary>
public class ConfigurationSequence(TextSpan span, List<ConfigurationNode> items) : ConfigurationNode(span)
{
    private readonly List<ConfigurationNode> items = items;

    public IReadOnlyList<ConfigurationNode> Items => items;

    /// <summary>The items that are mappings, in order.</summary>
    public IEnumerable<ConfigurationMapping> Mappings => items.OfType<ConfigurationMapping>();

    internal void Add(ConfigurationNode item) => items.Add(item);
}
