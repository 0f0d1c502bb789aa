using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Reads, decodes, parses and binds the Python files of a repository.</summary>
internal static class SourceReader
{
    /// <summary>Reads one file; one that cannot be read has no module.</summary>
    /// <param name="file">A Python file.</param>
    /// <param name="builder">What binds its names; asked once the file is parsed.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static ParsedFile Read(RepositoryFile file, Func<CompilationBuilder> builder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = file.ReadText();
        if (!read.TryGet(out var text))
        {
            return new ParsedFile(file, null, file.Length, new Notification(
                "unreadable-file", NotificationLevel.Error, $"{file.Path} cannot be analysed: {read.Reason}", Location.OfFile(file.Path)));
        }

        var tree = SyntaxTree.Parse(text, file.Path, cancellationToken);
        return new ParsedFile(file, builder().Bind(tree, file.Role == FileRoles.Test), file.Length, Describe(tree));
    }

    /// <summary>What to say about the files that are left out of an analysis though a reader expects them in it.</summary>
    public static IEnumerable<Notification> Describe(RepositoryFiles files)
    {
        foreach (var notice in files.Notices) yield return new Notification("repository", NotificationLevel.Note, notice, null);
        foreach (var skipped in files.Skipped)
        {
            if (skipped.IsIncomplete)
                yield return new Notification("unreadable-file", NotificationLevel.Error, $"{skipped.Path} cannot be read: {skipped.Detail}", Location.OfFile(skipped.Path));
            else if (skipped.Reason == SkipReason.TooLarge)
                yield return new Notification("large-file", NotificationLevel.Note, $"{skipped.Path} is left out: {skipped.Detail}", Location.OfFile(skipped.Path));
        }
    }

    /// <summary>What to say about a tree with errors: its first one, or that it is Python 2.</summary>
    private static Notification? Describe(SyntaxTree tree)
    {
        if (tree.FirstError is not { } first) return null;
        var location = new Location(tree.Path, tree.Text, first.Span);
        if (PythonTwo.IsLikely(tree))
        {
            return new Notification("python-2", NotificationLevel.Note,
                $"{tree.Path} is written for Python 2, which is not analysed beyond what Python 3 shares with it", location);
        }

        var more = tree.Diagnostics.Length > 1 ? $" (and {tree.Diagnostics.Length - 1} more)" : "";
        return new Notification("syntax-error", NotificationLevel.Warning,
            $"{tree.Path} has a syntax error: {first.Message}{more}; the rest of the file is analysed", location);
    }
}
