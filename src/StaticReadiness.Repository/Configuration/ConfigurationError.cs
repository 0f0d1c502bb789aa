using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>Why a configuration file, or a part of it, could not be read.</summary>
/// <param name="Message">The reason in one line, without final full stop.</param>
/// <param name="Span">The place of the culprit.</param>
public sealed record ConfigurationError(string Message, TextSpan Span)
{
    /// <summary>The error as <c>path:line:column: reason</c>, lines and columns from 1.</summary>
    public string Describe(SourceText text, string path)
    {
        var position = text.GetCodePointPosition(Math.Min(Span.Start, text.Length));
        return $"{path}:{position.Line + 1}:{position.Column + 1}: {Message}";
    }
}
