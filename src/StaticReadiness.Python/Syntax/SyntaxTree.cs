using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax;

/// <summary>One parsed Python file: its text, its tree (with error nodes where the source is broken), its comments and its errors.</summary>
public sealed class SyntaxTree
{
    internal SyntaxTree(SourceText text, string path, Module root, ImmutableArray<TextSpan> comments, ImmutableArray<SyntaxDiagnostic> diagnostics)
    {
        Text = text;
        Path = path;
        Root = root;
        Comments = comments;
        Diagnostics = diagnostics;
    }

    public SourceText Text { get; }

    /// <summary>The path relative to the repository's root, with forward slashes.</summary>
    public string Path { get; }

    public Module Root { get; }

    /// <summary>The spans of the comments, each from its <c>#</c> to the end of its line, in order.</summary>
    public ImmutableArray<TextSpan> Comments { get; }

    /// <summary>The errors in order of place; empty when CPython would accept the file.</summary>
    public ImmutableArray<SyntaxDiagnostic> Diagnostics { get; }

    /// <summary>The error CPython's <c>compile</c> would report: of those of the earliest phase the first, or null.</summary>
    public SyntaxDiagnostic? FirstError => Diagnostics.MinBy(diagnostic => diagnostic.Phase);
}
