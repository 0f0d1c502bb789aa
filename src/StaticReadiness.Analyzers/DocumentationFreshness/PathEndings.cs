using StaticReadiness.Analysis;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>The files and folders of a repository by their last name: a fact that finds a path at the end of longer ones.</summary>
internal sealed class PathEndings
{
    private readonly Dictionary<string, List<string>> pathsOf = new(StringComparer.Ordinal);

    private PathEndings(Project project)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in project.Files.Files)
        {
            Add(file.Path);
            for (var folder = file.Directory; folder.Length > 0 && folders.Add(folder); folder = RepositoryPath.DirectoryOf(folder)) Add(folder);
        }
    }

    public static PathEndings Of(Project project) => project.Whole.GetFact(static p => new PathEndings(p));

    /// <summary>Whether a file or folder has this path, or one that ends in it.</summary>
    public bool Contains(string path)
    {
        if (!pathsOf.TryGetValue(RepositoryPath.NameOf(path), out var candidates)) return false;
        var ending = "/" + path;
        return candidates.Exists(candidate => candidate == path || candidate.EndsWith(ending, StringComparison.Ordinal));
    }

    private void Add(string path)
    {
        var name = RepositoryPath.NameOf(path);
        if (!pathsOf.TryGetValue(name, out var paths)) pathsOf.Add(name, paths = []);
        paths.Add(path);
    }
}
