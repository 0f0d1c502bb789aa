using StaticReadiness.Analysis;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Tells which missing files a build or a person is to make: a fact shared by the rules on documentation.</summary>
internal sealed class MadeFiles
{
    private readonly Project project;
    private readonly IgnoredPaths ignored;

    private MadeFiles(Project project)
    {
        this.project = project;
        ignored = IgnoredPaths.Read(project.Files);
    }

    public static MadeFiles Of(Project project) => project.Whole.GetFact(static p => new MadeFiles(p));

    /// <summary>Whether git ignores a path, as a file or as a directory.</summary>
    public bool IsIgnored(string path) => ignored.Contains(path) || ignored.Contains(path + "/x");

    /// <summary>Whether git ignores a path, or code that may well write it spells its name.</summary>
    public bool Contains(string path)
    {
        var name = RepositoryPath.NameOf(path);
        return IsIgnored(path) || project.Trees.Any(tree => tree.Text.Content.Contains(name, StringComparison.Ordinal))
            || project.Files.Files.Any(file => (file.Name is "Makefile" or "justfile" or "conf.py" || file.Name.EndsWith(".sh", StringComparison.Ordinal)) && file.ReadText().TryGet(out var text) && text.Content.Contains(name, StringComparison.Ordinal));
    }
}
