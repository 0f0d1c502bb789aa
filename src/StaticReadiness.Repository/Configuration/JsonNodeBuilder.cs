using System.Text;
using System.Text.Json;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>Builds nodes from <see cref="Utf8JsonReader"/>'s tokens and turns its byte offsets into the text's.</summary>
internal sealed class JsonNodeBuilder(string text)
{
    private const int DepthLimit = 256;

    private readonly byte[] utf8 = Encoding.UTF8.GetBytes(text);
    private int knownByte;
    private int knownChar;

    public ConfigurationNode Read()
    {
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = DepthLimit };
        var reader = new Utf8JsonReader(utf8, options);
        reader.Read();
        var root = ReadValue(ref reader);
        reader.Read();
        return root;
    }

    private ConfigurationNode ReadValue(ref Utf8JsonReader reader)
    {
        var start = ToChar(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, start);
            case JsonTokenType.StartArray:
                var items = new List<ConfigurationNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadValue(ref reader));
                return new ConfigurationSequence(TextSpan.FromBounds(start, ToChar(reader.BytesConsumed)), items);
            default:
                return ReadScalar(ref reader, TextSpan.FromBounds(start, ToChar(reader.BytesConsumed)));
        }
    }

    private ConfigurationMapping ReadObject(ref Utf8JsonReader reader, int start)
    {
        var mapping = new ConfigurationMapping(default);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var from = ToChar(reader.TokenStartIndex);
            var keySpan = TextSpan.FromBounds(from, from + KeyLength(ref reader));
            reader.Read();
            // As every JSON reader does, the last of two equal keys wins.
            mapping.Replace(name, keySpan, ReadValue(ref reader));
        }

        mapping.Span = TextSpan.FromBounds(start, ToChar(reader.BytesConsumed));
        return mapping;
    }

    private static int KeyLength(ref Utf8JsonReader reader) => Encoding.UTF8.GetCharCount(reader.ValueSpan) + 2;

    private static ConfigurationScalar ReadScalar(ref Utf8JsonReader reader, TextSpan span)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return ConfigurationScalar.FromString(reader.GetString()!, span);
            case JsonTokenType.True or JsonTokenType.False:
                return ConfigurationScalar.FromBoolean(reader.TokenType == JsonTokenType.True, span);
            case JsonTokenType.Number:
                var written = Encoding.UTF8.GetString(reader.ValueSpan);
                return reader.TryGetInt64(out var integer)
                    ? ConfigurationScalar.FromInteger(integer, written, span)
                    : ConfigurationScalar.FromFloat(reader.GetDouble(), written, span);
            default:
                return ConfigurationScalar.Null(span);
        }
    }

    /// <summary>The UTF-16 offset of a byte offset; calls come in rising order, so each stretch is counted once.</summary>
    private int ToChar(long offset)
    {
        if (utf8.Length == text.Length) return (int)offset;
        if (offset < knownByte) (knownByte, knownChar) = (0, 0);
        knownChar += Encoding.UTF8.GetCharCount(utf8.AsSpan(knownByte, (int)offset - knownByte));
        knownByte = (int)offset;
        return knownChar;
    }
}
