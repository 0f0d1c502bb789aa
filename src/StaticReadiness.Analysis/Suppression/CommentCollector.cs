using System.Buffers;
using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Suppression;

/// <summary>Finds the comments of a file that suppress something, with the lines they cover.</summary>
internal static class CommentCollector
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("#/<;");

    public static ImmutableArray<CommentSuppression> OfTree(SyntaxTree tree, bool withPeers) =>
        [.. tree.Comments.SelectMany(comment => OfComment(tree.Path, tree.Text, comment, withPeers))];

    /// <summary>Whether a comment of the file may be one of ours.</summary>
    public static bool HasOwn(SyntaxTree tree)
    {
        foreach (var comment in tree.Comments)
            if (OwnCommentReader.MayStandIn(tree.Text.Slice(comment))) return true;
        return false;
    }

    /// <summary>Comments in a file of any language: whatever follows a comment mark on a line.</summary>
    public static ImmutableArray<CommentSuppression> OfText(string path, SourceText text)
    {
        if (!OwnCommentReader.MayStandIn(text.Content)) return [];
        var found = ImmutableArray.CreateBuilder<CommentSuppression>();
        for (var line = 0; line < text.LineCount; line++)
        {
            var span = text.GetLineSpan(line);
            if (OwnCommentReader.MayStandIn(text.Slice(span)))
                found.AddRange(OfComment(path, text, TextSpan.FromBounds(span.Start + LastMark(text, span), span.End), withPeers: false));
        }

        return found.ToImmutable();
    }

    private static IEnumerable<CommentSuppression> OfComment(string path, SourceText text, TextSpan comment, bool withPeers)
    {
        var content = text.ToString(comment);
        var location = new Location(path, text, comment);
        var line = text.GetLineIndex(comment.Start);
        var standsAlone = text.Slice(TextSpan.FromBounds(text.GetLineSpan(line).Start, comment.Start)).Trim().IsEmpty;
        if (OwnCommentReader.Read(content) is { } own)
        {
            var (first, last) = own.IsForFile ? (0, int.MaxValue) : standsAlone ? (line, NextCodeLine(text, line)) : (line, line);
            yield return new CommentSuppression(location, own.Words, own.Reason, first, last, Peer: null);
        }

        if (!withPeers) yield break;
        foreach (var peer in PeerCommentReader.Read(content))
        {
            var (first, last) = peer.Scope switch
            {
                PeerScope.File => (0, int.MaxValue),
                PeerScope.NextLine => (line, NextCodeLine(text, line)),
                PeerScope.Block when standsAlone => (line, EndOfBlock(text, line)),
                _ => (line, line),
            };
            yield return new CommentSuppression(location, peer.Codes, null, first, last, peer.Tool);
        }
    }

    // where the comment with the marker begins, were there several marks on the line
    private static int LastMark(SourceText text, TextSpan line)
    {
        var content = text.Slice(line);
        var marker = content.IndexOf("static-readiness:");
        var mark = content[..marker].LastIndexOfAny(Marks);
        return mark < 0 ? marker : content[mark] == '/' && mark > 0 && content[mark - 1] == '/' ? mark - 1 : mark;
    }

    private static int NextCodeLine(SourceText text, int line)
    {
        for (var next = line + 1; next < text.LineCount; next++)
        {
            var content = text.Slice(text.GetLineSpan(next)).Trim();
            if (!content.IsEmpty && !content.StartsWith("#")) return next;
        }

        return line;
    }

    private static int EndOfBlock(SourceText text, int line)
    {
        var indentation = Indentation(text, line);
        var last = line;
        for (var next = line + 1; next < text.LineCount; next++)
        {
            if (text.Slice(text.GetLineSpan(next)).Trim().IsEmpty) continue;
            if (Indentation(text, next) < indentation) break;
            last = next;
        }

        return last;
    }

    private static int Indentation(SourceText text, int line)
    {
        var content = text.Slice(text.GetLineSpan(line));
        return content.Length - content.TrimStart().Length;
    }
}
