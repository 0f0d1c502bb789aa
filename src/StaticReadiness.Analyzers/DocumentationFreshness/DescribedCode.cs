using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Finds the Python files that a document describes: those it names by path or module, or of which it names several things.</summary>
internal static class DescribedCode
{
    private const int FewestParts = 3;

    /// <summary>The paths of the files with the first place where each is named.</summary>
    public static Dictionary<string, Location> Of(Project project, Document document)
    {
        var found = new Dictionary<string, Location>(StringComparer.Ordinal);
        // What directives write out of the code is as fresh as the code.
        if (document.Literals.Any(literal => literal.Role is { } role && (role.StartsWith("auto", StringComparison.Ordinal) || role == ":::")) || document.CodeBlocks.Any(block => block.Marker.StartsWith("{auto", StringComparison.Ordinal) || block.Marker.StartsWith("{eval-rst}", StringComparison.Ordinal))
            || document.Text.Content.Contains("automodule::", StringComparison.Ordinal)) return found;
        var parts = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var literal in document.Literals)
        {
            if (literal.Role is "toctree" or "doc" or "ref") continue;
            if (FindFile(project, document, literal) is not var (path, part)) continue;
            if (!parts.TryGetValue(path, out var names)) parts[path] = names = [];
            names.Add(part);
            // One name out of a module is a mention; a document that names three of them is about it.
            if (part.Length == 0 || names.Count >= FewestParts) Add(found, document, path, literal.Span);
        }

        foreach (var link in document.Links)
            if (link.IsRelative && link.Text.Length > 0 && RepositoryPath.Combine(RepositoryPath.DirectoryOf(document.Path), link.PathPart) is { } target && IsCode(project, target)) Add(found, document, target, link.Span);
        // What is included is never behind.
        foreach (var link in document.Links)
            if (link.Text.Length == 0 && RepositoryPath.Combine(RepositoryPath.DirectoryOf(document.Path), link.PathPart) is { } included) found.Remove(included);
        return found;
    }

    private static void Add(Dictionary<string, Location> found, Document document, string path, TextSpan span) => found.TryAdd(path, new Location(document.Path, document.Text, span));

    private static (string Path, string Part)? FindFile(Project project, Document document, DocumentLiteral literal)
    {
        var text = literal.Text.Trim();
        if (text.EndsWith(".py", StringComparison.Ordinal) && text.Contains('/')) return FindPath(project, document, text) is { } path ? (path, "") : null;
        var parenthesis = text.IndexOf('(');
        var name = (parenthesis > 0 ? text[..parenthesis] : text).Replace(':', '.');
        var names = ProjectNames.Of(project);
        if (!name.All(c => c is '.' or '_' || char.IsAsciiLetterOrDigit(c)) || name.EndsWith(".py", StringComparison.Ordinal) || !names.Owns(name)) return null;
        var depth = names.DepthOfModule(name);
        if (depth < 2) return null;
        var module = project.Compilation.FindModule(string.Join('.', name.Split('.')[..depth]))!;
        return IsCode(project, module.Tree.Path) ? (module.Tree.Path, string.Join('.', name.Split('.')[depth..])) : null;
    }

    private static string? FindPath(Project project, Document document, string text)
    {
        var path = text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text;
        for (var folder = RepositoryPath.DirectoryOf(document.Path); ; folder = RepositoryPath.DirectoryOf(folder))
        {
            if (RepositoryPath.Combine(folder, path) is { } target && IsCode(project, target)) return target;
            if (folder.Length == 0) return null;
        }
    }

    private static bool IsCode(Project project, string path) => project.Files.TryGet(path) is { IsPython: true, Role: FileRoles.Application } file && file.Name != "__init__.py";
}
