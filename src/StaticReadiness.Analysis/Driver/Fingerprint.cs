using System.Security.Cryptography;
using System.Text;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Names findings so that they keep their name when lines move: by rule, path, enclosing symbol, line and culprit without white space, and ordinal.</summary>
internal static class Fingerprint
{
    private const int Bytes = 16;

    /// <summary>What a finding is known by, but for its ordinal among those known by the same.</summary>
    public static string KeyOf(Diagnostic finding, SyntaxTree? tree)
    {
        var location = finding.Location;
        var symbol = tree is null ? "" : NodeFinder.SymbolOf(NodeFinder.Find(tree, location.Span));
        var (line, culprit) = location.Text is { } text ? (LineOf(finding, text), Normalise(finding, location.Span, text)) : ("", finding.Message);
        return string.Join('\0', finding.Descriptor.Id, location.Path, symbol, line, culprit);
    }

    public static string Of(string key, int ordinal) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\0{ordinal}")).AsSpan(0, Bytes));

    private static string LineOf(Diagnostic finding, SourceText text) =>
        Normalise(finding, text.GetLineSpan(text.GetLineIndex(Math.Min(finding.Location.Span.Start, text.Length))), text);

    // a secret takes part as its hash only
    private static string Normalise(Diagnostic finding, TextSpan span, SourceText text)
    {
        var builder = new StringBuilder(span.Length);
        for (var i = span.Start; i < span.End; i++)
        {
            var masked = finding.MaskedSpans.FirstOrDefault(masked => masked.Contains(i));
            if (!masked.IsEmpty)
            {
                builder.Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString(masked)))));
                i = masked.End - 1;
            }
            else if (!char.IsWhiteSpace(text[i])) builder.Append(text[i]);
        }

        return builder.ToString();
    }
}
