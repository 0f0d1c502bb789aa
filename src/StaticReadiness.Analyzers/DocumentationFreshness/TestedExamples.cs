using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Finds what runs the examples of documents as tests: options of pytest, plug-ins made for it, Sphinx' own builder.</summary>
internal static class TestedExamples
{
    private static readonly string[] Marks =
        ["--doctest-modules", "--doctest-glob", "--markdown-docs", "--codeblocks", "sphinx.ext.doctest", "pytest-examples", "pytest_examples", "pytest-markdown-docs", "pytest-codeblocks", "pytest-doctestplus", "mktestdocs", "phmdoctest", "sybil", "xdoctest", "doctest.testfile", "testmod("];

    /// <summary>The place that says so, or null.</summary>
    public static Location? Find(Project project)
    {
        foreach (var file in project.Files.Files)
        {
            if (!IsConfiguration(file) || !file.ReadText().TryGet(out var text)) continue;
            foreach (var mark in Marks)
                if (text.Content.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is var at and >= 0) return new Location(file.Path, text, new TextSpan(at, mark.Length));
        }

        return null;
    }

    private static bool IsConfiguration(RepositoryFile file) =>
        file.Name is "pyproject.toml" or "setup.cfg" or "tox.ini" or "pytest.ini" or "noxfile.py" or "Makefile" or "conftest.py" or "conf.py" or "test_docs.py" or "test_doctest.py" or "test_examples.py" or "test_readme.py"
        && (file.Role & FileRoles.Vendored) == FileRoles.None;
}
