using StaticReadiness.Python.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StaticReadiness.Repository.Configuration;

/// <summary>Turns YamlDotNet's events into nodes. An alias shares its anchor's node, so that no nest of aliases can grow the tree.</summary>
internal sealed class YamlReader(SourceText text)
{
    private const int NestingLimit = 256;

    /// <summary>Bounds the values of a file with every alias counted as what it stands for: whoever walks the tree meets no more.</summary>
    private const int ExpansionLimit = 2_000_000;

    private readonly Parser parser = new(new StringReader(text.Content));
    private readonly Dictionary<AnchorName, (ConfigurationNode Node, int Weight)> anchors = [];
    private readonly HashSet<AnchorName> open = [];
    private int depth;
    private int weight;

    public List<ConfigurationNode> Roots { get; } = [];

    public List<ConfigurationError> Errors { get; } = [];

    /// <summary>Where the last event that was read ends.</summary>
    public int Position => (int)Math.Clamp(parser.Current?.End.Index ?? 0, 0, text.Length);

    public void ReadAll()
    {
        parser.Consume<StreamStart>();
        while (!parser.TryConsume<StreamEnd>(out _))
        {
            var start = parser.Consume<DocumentStart>();
            anchors.Clear();
            Roots.Add(parser.Accept<DocumentEnd>(out _) ? ConfigurationScalar.Null(SpanOf(start)) : ReadNode());
            parser.Consume<DocumentEnd>();
        }
    }

    private ConfigurationNode ReadNode()
    {
        if (parser.TryConsume<AnchorAlias>(out var alias)) return ReadAlias(alias);
        Weigh(1, parser.Current!);
        var before = weight - 1;
        if (parser.TryConsume<Scalar>(out var scalar)) return Remember(scalar.Anchor, YamlScalarReader.Read(scalar, SpanOf(scalar)), before);
        var node = parser.Accept<NodeEvent>(out var start) ? start : throw new YamlException("a value is expected");
        if (++depth > NestingLimit) throw Limit($"values are nested deeper than {NestingLimit}", SpanOf(node));
        if (!node.Anchor.IsEmpty) open.Add(node.Anchor);
        ConfigurationNode read = node is SequenceStart ? ReadSequence() : ReadMapping();
        open.Remove(node.Anchor);
        depth--;
        return Remember(node.Anchor, read, before);
    }

    private ConfigurationNode ReadAlias(AnchorAlias alias)
    {
        if (open.Contains(alias.Value)) throw Limit($"`*{alias.Value}` refers to a value that contains it", SpanOf(alias));
        if (anchors.TryGetValue(alias.Value, out var anchored))
        {
            Weigh(anchored.Weight, alias);
            return anchored.Node;
        }

        Errors.Add(new ConfigurationError($"`*{alias.Value}` refers to no anchor", SpanOf(alias)));
        return ConfigurationScalar.Null(SpanOf(alias));
    }

    private ConfigurationSequence ReadSequence()
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<ConfigurationNode>();
        while (!parser.Accept<SequenceEnd>(out _)) items.Add(ReadNode());
        var end = parser.Consume<SequenceEnd>();
        return new ConfigurationSequence(Between(start, end, items.Count > 0 ? items[^1].Span : null), items);
    }

    private ConfigurationMapping ReadMapping()
    {
        var start = parser.Consume<MappingStart>();
        var mapping = new ConfigurationMapping(SpanOf(start));
        var merged = new List<ConfigurationNode>();
        while (!parser.Accept<MappingEnd>(out _))
        {
            var key = ReadNode();
            var value = ReadNode();
            if (key is ConfigurationScalar { Text: "<<" } && value is ConfigurationMapping or ConfigurationSequence) merged.Add(value);
            else AddEntry(mapping, key, value);
        }

        var end = parser.Consume<MappingEnd>();
        mapping.Span = Between(start, end, mapping.Entries.Count > 0 ? mapping.Entries[^1].Value.Span : null);
        foreach (var source in merged) Merge(mapping, source);
        return mapping;
    }

    private void AddEntry(ConfigurationMapping mapping, ConfigurationNode key, ConfigurationNode value)
    {
        // A key that is itself a list or mapping is named by its own text.
        var name = key is ConfigurationScalar scalar ? scalar.Text : text.ToString(key.Span);
        if (mapping.ContainsKey(name)) Errors.Add(new ConfigurationError($"the key `{name}` stands twice", key.Span));
        else mapping.Add(name, key.Span, value);
    }

    private void Merge(ConfigurationMapping mapping, ConfigurationNode source)
    {
        if (source is ConfigurationSequence list)
        {
            foreach (var item in list.Mappings) Merge(mapping, item);
            return;
        }

        foreach (var entry in ((ConfigurationMapping)source).Entries)
        {
            if (mapping.ContainsKey(entry.Key)) continue;
            mapping.Add(entry.Key, entry.KeySpan, entry.Value);
        }
    }

    private ConfigurationNode Remember(AnchorName anchor, ConfigurationNode node, int before)
    {
        if (!anchor.IsEmpty) anchors[anchor] = (node, weight - before);
        return node;
    }

    private void Weigh(int added, ParsingEvent at)
    {
        weight += added;
        if (weight > ExpansionLimit) throw Limit($"with its aliases expanded the file holds more than {ExpansionLimit:N0} values", SpanOf(at));
    }

    // A block collection ends where the next token begins; its last value's end is the honest one.
    private TextSpan Between(ParsingEvent start, ParsingEvent end, TextSpan? last)
    {
        var from = (int)Math.Clamp(start.Start.Index, 0, text.Length);
        var to = (int)Math.Clamp(end.End.Index, from, text.Length);
        if (end.Start.Index == end.End.Index && last is { } span && span.End >= from && span.End < to) to = span.End;
        return TextSpan.FromBounds(from, to);
    }

    private TextSpan SpanOf(ParsingEvent parsingEvent)
    {
        var start = (int)Math.Clamp(parsingEvent.Start.Index, 0, text.Length);
        return TextSpan.FromBounds(start, (int)Math.Clamp(parsingEvent.End.Index, start, text.Length));
    }

    private static YamlLimitException Limit(string message, TextSpan span) => new(new ConfigurationError(message, span));
}
