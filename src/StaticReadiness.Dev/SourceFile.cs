using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Dev;

/// <summary>A Python file as read and parsed for a tool: its tree, or the error that CPython's <c>compile</c> would raise first.</summary>
internal sealed record SourceFile(string Path, SyntaxTree? Tree, SourceError? Error)
{
    /// <summary>Reads and parses a file; whatever is wrong with it becomes the error.</summary>
    public static SourceFile Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new SourceFile(path, null, SourceError.OfFile(error.Message, 0));
        }
    }

    public static SourceFile Parse(string path, ReadOnlySpan<byte> bytes)
    {
        var decoded = SourceText.Decode(bytes);
        if (!decoded.Succeeded) return new SourceFile(path, null, SourceError.OfFile(decoded.Error.Message, decoded.Error.Line + 1));
        return Parse(path, decoded.Text);
    }

    public static SourceFile Parse(string path, SourceText text)
    {
        var tree = SyntaxTree.Parse(text, path);
        return new SourceFile(path, tree, tree.Diagnostics is [var first, ..] ? SourceError.From(tree.Text, first) : null);
    }
}
