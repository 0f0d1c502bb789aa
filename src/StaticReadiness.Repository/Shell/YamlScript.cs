using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Shell;

/// <summary>Finds the places of a script's characters when the script is a value in a YAML file.</summary>
public static class YamlScript
{
    public static MappedText Of(SourceText text, ConfigurationScalar scalar)
    {
        var raw = text.Slice(scalar.Span);
        if (raw.SequenceEqual(scalar.Text)) return MappedText.Of(text, scalar.Span);
        if (raw.Length == scalar.Text.Length + 2 && raw[1..^1].SequenceEqual(scalar.Text))
            return MappedText.Of(text, new TextSpan(scalar.Span.Start + 1, scalar.Text.Length));
        return raw.StartsWith("|") ? OfBlock(text, scalar.Span) : MappedText.At(scalar.Text, scalar.Span);
    }

    /// <summary>The lines of a literal block as they stand: the indentation that YAML removes means nothing to a shell.</summary>
    private static MappedText OfBlock(SourceText text, TextSpan span)
    {
        var header = text.Slice(span).IndexOf('\n');
        return MappedText.Of(text, header < 0 ? new TextSpan(span.End, 0) : TextSpan.FromBounds(span.Start + header + 1, span.End));
    }
}
