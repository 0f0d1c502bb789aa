using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using YamlDotNet.Core;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A parsed YAML text: its documents in order and the error that ended the reading, if any.</summary>
public sealed class YamlDocuments
{
    /// <summary>Longer texts are refused, in UTF-16 code units.</summary>
    public const int LengthLimit = 16 * 1024 * 1024;

    private YamlDocuments(SourceText text, ImmutableArray<ConfigurationNode> roots, ImmutableArray<ConfigurationError> errors)
    {
        Text = text;
        Roots = roots;
        Errors = errors;
    }

    public SourceText Text { get; }

    /// <summary>The root of each document; an empty document is a null scalar.</summary>
    public ImmutableArray<ConfigurationNode> Roots { get; }

    public ImmutableArray<ConfigurationError> Errors { get; }

    /// <summary>The first document's root when it is a mapping, else null.</summary>
    public ConfigurationMapping? Mapping => Roots.IsEmpty ? null : Roots[0] as ConfigurationMapping;

    public static YamlDocuments Parse(SourceText text)
    {
        if (text.Length > LengthLimit)
        {
            var message = $"the file has {text.Length:N0} characters; YAML files are read up to {LengthLimit:N0}";
            return new YamlDocuments(text, [], [new ConfigurationError(message, default)]);
        }

        var reader = new YamlReader(text);
        try
        {
            reader.ReadAll();
        }
        catch (YamlException exception)
        {
            reader.Errors.Add(new ConfigurationError(Describe(exception), SpanOf(text, exception)));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner loses its own bookkeeping on some broken flow collections.
            reader.Errors.Add(new ConfigurationError("the YAML is not well formed", new TextSpan(reader.Position, 0)));
        }
        catch (YamlLimitException exception)
        {
            reader.Errors.Add(exception.Error);
        }

        return new YamlDocuments(text, [.. reader.Roots], [.. reader.Errors]);
    }

    private static string Describe(YamlException exception)
    {
        var message = (exception.InnerException ?? exception).Message.TrimEnd('.');
        return message.Length == 0 ? "the YAML is not well formed" : char.ToLowerInvariant(message[0]) + message[1..];
    }

    private static TextSpan SpanOf(SourceText text, YamlException exception)
    {
        var start = (int)Math.Clamp(exception.Start.Index, 0, text.Length);
        return TextSpan.FromBounds(start, (int)Math.Clamp(exception.End.Index, start, text.Length));
    }
}
