using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>An INI text as Python's configparser reads it with its defaults, interpolation left as written.</summary>
public sealed class IniText
{
    internal IniText(SourceText text, ConfigurationMapping root, ImmutableArray<ConfigurationError> errors)
    {
        Text = text;
        Root = root;
        Errors = errors;
    }

    public SourceText Text { get; }

    /// <summary>A mapping of section names to mappings of options; option names are in lower case, values strings (null without delimiter).</summary>
    public ConfigurationMapping Root { get; }

    public ImmutableArray<ConfigurationError> Errors { get; }

    public static IniText Parse(SourceText text) => new IniReader(text).Read();

    /// <summary>The lines of a value that are neither blank nor comments, each with its place.</summary>
    public IEnumerable<(string Text, TextSpan Span)> Lines(ConfigurationNode? value)
    {
        if (value is null || value.Span.IsEmpty) yield break;
        for (var line = Text.GetLineIndex(value.Span.Start); line <= Text.GetLineIndex(value.Span.End - 1); line++)
        {
            var span = Text.GetLineSpan(line);
            var start = Math.Max(span.Start, value.Span.Start);
            var end = Math.Min(span.End, value.Span.End);
            while (start < end && char.IsWhiteSpace(Text[start])) start++;
            while (end > start && char.IsWhiteSpace(Text[end - 1])) end--;
            if (start < end && Text[start] is not ('#' or ';')) yield return (Text.ToString(TextSpan.FromBounds(start, end)), TextSpan.FromBounds(start, end));
        }
    }
}
