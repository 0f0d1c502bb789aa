using StaticReadiness.Analysis;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Finds the documents that tables of contents and the role <c>:doc:</c> name
/// (https://www.sphinx-doc.org/en/master/usage/restructuredtext/directives.html#directive-toctree).</summary>
internal static class SphinxDocuments
{
    private static readonly string[] Extensions = ["", ".rst", ".md", ".txt", ".ipynb", ".myst", ".inc", ".markdown", ".html"];
    private static readonly HashSet<string> Special = ["self", "genindex", "modindex", "py-modindex", "search"];

    // Extensions that write documents when the site is built.
    private static readonly string[] Writers = ["autoapi", "apidoc", "autosummary", "sphinx_gallery", "sphinxcontrib.redoc", "sphinx_sqlalchemy", "def setup(", "subprocess", "os.system", "nbgallery", "click-man", "exec_code", "collections", "multiproject"];

    /// <summary>Whether the document that an entry names exists; null when it names none or cannot be told.</summary>
    public static bool? Check(Project project, Document document, DocumentLiteral entry)
    {
        if (entry.Role is not ("toctree" or "doc")) return null;
        var name = entry.Text.Trim();
        if (name.Length == 0 || Special.Contains(name) || name.IndexOfAny(['*', '?', ':', '{', '<', ' ', '|', '[']) >= 0 || SourceFolder(project.Files, document) is not { } source) return null;
        var isAbsolute = name.StartsWith('/');
        var folder = isAbsolute ? source : RepositoryPath.DirectoryOf(document.Path);
        if (RepositoryPath.Combine(folder, name.TrimStart('/')) is not { } path) return null;
        if (Extensions.Any(extension => project.Files.Exists(path + extension))) return true;
        return IsWritten(project.Files, source) || MadeFiles.Of(project).Contains(path + ".rst") || MadeFiles.Of(project).Contains(path + ".md") ? null : false;
    }

    /// <summary>The folder of <c>conf.py</c> above a document, or null.</summary>
    private static string? SourceFolder(RepositoryFiles files, Document document)
    {
        for (var folder = RepositoryPath.DirectoryOf(document.Path); ; folder = RepositoryPath.DirectoryOf(folder))
        {
            if (files.TryGet(folder.Length == 0 ? "conf.py" : $"{folder}/conf.py") is not null) return folder;
            if (folder.Length == 0) return null;
        }
    }

    private static bool IsWritten(RepositoryFiles files, string source) =>
        files.TryGet(source.Length == 0 ? "conf.py" : $"{source}/conf.py")?.ReadText().ValueOrDefault()?.Content is not { } configuration || Writers.Any(writer => configuration.Contains(writer, StringComparison.OrdinalIgnoreCase));
}
