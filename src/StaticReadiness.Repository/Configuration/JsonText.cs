using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A parsed JSON text with the places of its values; comments and trailing commas are passed over.</summary>
public sealed class JsonText
{
    /// <summary>Longer texts are refused, in UTF-16 code units.</summary>
    public const int LengthLimit = 32 * 1024 * 1024;

    private JsonText(SourceText text, ConfigurationNode? root, ImmutableArray<ConfigurationError> errors)
    {
        Text = text;
        Root = root;
        Errors = errors;
    }

    public SourceText Text { get; }

    /// <summary>The value, or null when the text is no JSON.</summary>
    public ConfigurationNode? Root { get; }

    public ImmutableArray<ConfigurationError> Errors { get; }

    public static JsonText Parse(SourceText text)
    {
        if (text.Length > LengthLimit)
            return new JsonText(text, null, [new ConfigurationError($"the file has {text.Length:N0} characters; JSON files are read up to {LengthLimit:N0}", default)]);
        var builder = new JsonNodeBuilder(text.Content);
        try
        {
            return new JsonText(text, builder.Read(), []);
        }
        catch (JsonException exception)
        {
            return new JsonText(text, null, [new ConfigurationError(Describe(exception), SpanOf(text, exception))]);
        }
        catch (InvalidOperationException)
        {
            return new JsonText(text, null, [new ConfigurationError("a string holds half of a surrogate pair", default)]);
        }
    }

    private static string Describe(JsonException exception)
    {
        var message = exception.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        message = (end < 0 ? message : message[..end]).TrimEnd('.', ' ');
        return message.Length == 0 ? "the JSON is not well formed" : char.ToLowerInvariant(message[0]) + message[1..];
    }

    private static TextSpan SpanOf(SourceText text, JsonException exception)
    {
        var line = (int)Math.Min(exception.LineNumber ?? 0, text.LineCount - 1);
        var span = text.GetLineSpan(line);
        // The reader counts bytes; within one line the prefix is counted off.
        var bytes = exception.BytePositionInLine ?? 0;
        var column = 0;
        foreach (var rune in text.Content.AsSpan(span.Start, span.Length).EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0) break;
            column += rune.Utf16SequenceLength;
        }

        return new TextSpan(span.Start + column, column < span.Length ? 1 : 0);
    }
}
