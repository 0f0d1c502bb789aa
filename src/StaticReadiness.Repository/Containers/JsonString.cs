using System.Text.Json;

namespace StaticReadiness.Repository.Containers;

/// <summary>Reads a JSON string inside another text.</summary>
internal static class JsonString
{
    /// <summary>The value of the string that opens at an index, and the index behind its closing quote; null when it is malformed.</summary>
    public static (string Value, int End)? TryRead(string content, int open)
    {
        var end = open + 1;
        while (end < content.Length && content[end] != '"') end += content[end] == '\\' ? 2 : 1;
        if (end >= content.Length) return null;
        var literal = content[open..(end + 1)];
        if (!literal.Contains('\\')) return (literal[1..^1], end + 1);
        try
        {
            using var document = JsonDocument.Parse(literal);
            return (document.RootElement.GetString()!, end + 1);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
