using StaticReadiness.Analysis;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Checks the files and folders of the repository that a document names in sentences and in commands.</summary>
internal static class PathReferences
{
    // Pictures move to other hosts; what a document says about them stays true.
    private static readonly HashSet<string> Media = new(StringComparer.OrdinalIgnoreCase) { ".png", ".jpg", ".jpeg", ".gif", ".svg", ".mp4", ".webm", ".webp", ".ico", ".mov" };

    private static readonly HashSet<string> Interpreters = ["python", "python3", "bash", "sh", "zsh", "source", "."];

    public static IEnumerable<CheckedReference> Check(Project project, Document document)
    {
        foreach (var literal in document.Literals)
        {
            if (literal.Role is not (null or "file" or "download" or "source")) continue;
            var words = literal.Text.Split(' ');
            var path = words.Length == 1 ? literal.Text : words.Length is 2 or 3 && Interpreters.Contains(words[0]) ? words[1] : null;
            if (path is not null && Check(project, document, path, literal.Span) is { } found) yield return found;
        }

        foreach (var block in document.CodeBlocks)
        {
            if (block.Code.Content.Contains("cd ", StringComparison.Ordinal) || block.Code.Content.Contains("git clone", StringComparison.Ordinal)) continue;
            foreach (var command in block.Commands)
                if (ScriptOf(command) is { HasExpansion: false } script && Check(project, document, script.Text, script.Span) is { } found) yield return found;
        }
    }

    /// <summary>Whether something lies where a document may mean a path to be: below the root, beside the document or above it, or at the end of another path.</summary>
    public static bool IsThere(Project project, Document document, string path)
    {
        for (var folder = RepositoryPath.DirectoryOf(document.Path); ; folder = RepositoryPath.DirectoryOf(folder))
        {
            if (RepositoryPath.Combine(folder, path) is { } target && project.Files.Exists(target)) return true;
            if (folder.Length == 0) break;
        }

        return PathEndings.Of(project).Contains(path);
    }

    private static CheckedReference? Check(Project project, Document document, string written, TextSpan span)
    {
        var path = written.StartsWith("./", StringComparison.Ordinal) ? written[2..] : written;
        path = path.TrimEnd('/').Split("::")[0];
        if (!IsPath(path)) return null;
        // `shop/docs/deploy.md` may begin with the name of the folder that the repository was cloned into.
        if (IsThere(project, document, path) || project.Files.Exists(path[(path.IndexOf('/') + 1)..])) return new CheckedReference(span, written, Problem: null);
        // What was never there is the reader's own file, a product of a build or a part of a tale.
        if (!FileHistory.Of(project).Changes.TryGet(out var changes) || !WasThere(project, document, path, changes)) return null;
        if (RepositoryPath.NameOf(path).StartsWith(".env", StringComparison.Ordinal) || MadeFiles.Of(project).IsIgnored(path) || DocumentTense.SpeaksOfAnExample(document, span)) return null;
        return new CheckedReference(span, written, $"`{written}` is no longer in the repository");
    }

    // Where the folder is gone too, or never was the repository's, the path is a part of somebody's tale.
    private static bool WasThere(Project project, Document document, string path, Repository.History.FileChanges changes)
    {
        for (var folder = RepositoryPath.DirectoryOf(document.Path); ; folder = RepositoryPath.DirectoryOf(folder))
        {
            if (RepositoryPath.Combine(folder, path) is { } target && changes.Knew(target) && project.Files.DirectoryExists(target.Split('/')[0]) && !MadeFiles.Of(project).IsIgnored(target)) return true;
            if (folder.Length == 0) return false;
        }
    }

    // A path has a folder, and nothing that is filled in.
    private static bool IsPath(string path)
    {
        if (path.Length is < 5 or > 160 || !path.Contains('/') || path[0] is '/' or '~' or '@' or '-' || path.Contains("..", StringComparison.Ordinal) || path.Contains("//", StringComparison.Ordinal) || Media.Contains(System.IO.Path.GetExtension(path))) return false;
        foreach (var c in path)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '_' or '-' or '+')) return false;
        return true;
    }

    private static ShellWord? ScriptOf(ShellCommand command)
    {
        if (command.Words.IsEmpty) return null;
        var first = command.Words[0];
        if (first.Text.StartsWith("./", StringComparison.Ordinal) || (first.Text.Contains('/') && !first.Text.StartsWith('/'))) return first;
        var at = command.Words[0].Text is "sudo" ? 1 : 0;
        return at + 1 < command.Words.Length && Interpreters.Contains(command.Words[at].Text) && !command.Words[at + 1].Text.StartsWith('-') ? command.Words[at + 1] : null;
    }
}
