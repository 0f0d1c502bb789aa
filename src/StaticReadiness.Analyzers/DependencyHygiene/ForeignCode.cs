using StaticReadiness.Analysis;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Code that does not run in the project's own environment: others' packages copied in, templates, data, scripts with dependencies of their own.</summary>
internal sealed class ForeignCode
{
    private const int Enough = 3;

    /// <summary>So many known packages side by side are no coincidence, whatever their folder is called.</summary>
    private const int Many = 8;

    private static readonly HashSet<string> Names = ["lib", "libs", "ext", "external", "externals", "extern", "third_party", "thirdparty", "third-party", "vendored", "vendor", "deps", "packages", "bundled", "custom_libs", "contrib_libs"];

    /// <summary>Folders whose Python files are data, or run in the environment of another program.</summary>
    private static readonly HashSet<string> Aside = ["resources", "testdata", "corpus", "custom_libs", "bundled", "thirdparty", "third_party", "action_plugins", "callback_plugins", "filter_plugins", "lookup_plugins"];

    private readonly HashSet<string> folders = [];

    private ForeignCode(Project project)
    {
        foreach (var folder in project.Trees.SelectMany(tree => FoldersOf(tree.Path)).GroupBy(found => found.Folder))
            if (folder.Select(found => found.Child).Distinct().Count(ModuleDistributions.IsListed) >= (Names.Contains(RepositoryPath.NameOf(folder.Key)) ? Enough : Many)) folders.Add(folder.Key + "/");
    }

    public static ForeignCode Of(Project project) => project.GetFact(static p => new ForeignCode(p));

    /// <summary>Whether a file is another project's code, a template for one, a test by its folder's name, or declares its own dependencies (PEP 723).</summary>
    public bool Holds(Python.Syntax.SyntaxTree tree) =>
        tree.Path.Contains("{{", StringComparison.Ordinal) || tree.Path.Contains("cookiecutter.", StringComparison.Ordinal) || folders.Any(folder => tree.Path.StartsWith(folder, StringComparison.Ordinal) || tree.Path.Contains($"/{folder}", StringComparison.Ordinal))
        || tree.Path.Split('/')[..^1].Any(IsAside) || tree.Text.Content.Contains("\n# /// script", StringComparison.Ordinal) || tree.Text.Content.StartsWith("# /// script", StringComparison.Ordinal);

    private static bool IsAside(string name) =>
        Aside.Contains(name) || name.StartsWith("test_", StringComparison.Ordinal) || name.StartsWith("test-", StringComparison.Ordinal) || name.EndsWith("_test", StringComparison.Ordinal) || name.EndsWith("-test", StringComparison.Ordinal);

    private static IEnumerable<(string Folder, string Child)> FoldersOf(string path)
    {
        var parts = path.Split('/');
        for (var i = 0; i + 2 < parts.Length || (i + 1 < parts.Length && Names.Contains(parts[i])); i++)
            yield return (string.Join('/', parts[..(i + 1)]), parts[i + 1].Split('.')[0]);
    }
}
