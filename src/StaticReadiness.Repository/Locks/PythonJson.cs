using System.Globalization;
using System.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Locks;

/// <summary>Writes configuration the way Python's json.dumps with sorted keys does, which is what lock files hash.</summary>
internal static class PythonJson
{
    public static void WriteParts(StringBuilder json, SortedDictionary<string, Action> parts, bool compact)
    {
        json.Append('{');
        var first = true;
        foreach (var (key, write) in parts)
        {
            if (!first) json.Append(compact ? "," : ", ");
            first = false;
            WriteString(json, key);
            json.Append(compact ? ":" : ": ");
            write();
        }

        json.Append('}');
    }

    public static void WriteItems(StringBuilder json, IReadOnlyList<ConfigurationNode> items, bool compact)
    {
        json.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) json.Append(compact ? "," : ", ");
            Write(json, items[i], compact);
        }

        json.Append(']');
    }

    public static void WriteOrEmpty(StringBuilder json, ConfigurationNode? node, bool compact)
    {
        if (node is null) json.Append("{}");
        else Write(json, node, compact);
    }

    /// <summary>Compact is without blanks behind separators, as pipenv asks for it; ASCII alone in either case.</summary>
    public static void Write(StringBuilder json, ConfigurationNode node, bool compact)
    {
        switch (node)
        {
            case ConfigurationMapping mapping:
                var parts = new SortedDictionary<string, Action>(StringComparer.Ordinal);
                foreach (var entry in mapping.Entries) parts[entry.Key] = () => Write(json, entry.Value, compact);
                WriteParts(json, parts, compact);
                break;
            case ConfigurationSequence sequence:
                WriteItems(json, sequence.Items, compact);
                break;
            case ConfigurationScalar { Kind: ConfigurationScalarKind.Integer or ConfigurationScalarKind.Boolean } scalar:
                json.Append(scalar.Text);
                break;
            case ConfigurationScalar { Number: { } number }:
                var text = number.ToString("R", CultureInfo.InvariantCulture);
                json.Append(text.AsSpan().IndexOfAny(".eEN∞") < 0 ? $"{text}.0" : text);
                break;
            case ConfigurationScalar scalar:
                WriteString(json, scalar.Text);
                break;
        }
    }

    private static void WriteString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                < ' ' or > '~' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }
}
