using System.Collections.Immutable;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Projects;

/// <summary>The directories of a repository that Python imports modules from.</summary>
public sealed class SourceRoots
{
    private SourceRoots(ImmutableArray<string> directories, ImmutableArray<string> localDirectories)
    {
        Directories = directories;
        LocalDirectories = localDirectories;
    }

    /// <summary>The roots whose modules any file may import, relative to the repository's root (itself the empty string), in ordinal order.</summary>
    public ImmutableArray<string> Directories { get; }

    /// <summary>Directories of tests, examples and scripts whose modules only the files below them import, as the interpreter and pytest put them on the path.</summary>
    public ImmutableArray<string> LocalDirectories { get; }

    public static SourceRoots Find(RepositoryFiles files)
    {
        var layout = PythonLayout.Of(files);
        var roots = new SortedSet<string>(StringComparer.Ordinal) { "" };
        var local = new SortedSet<string>(StringComparer.Ordinal);
        roots.UnionWith(ConfiguredRoots.Find(files));
        foreach (var (directory, role) in layout.Candidates)
        {
            var isAside = role is FileRoles.Test or FileRoles.Example or FileRoles.Script or FileRoles.Documentation;
            if (PythonLayout.SourceDirectoryOf(directory) is { } source) (isAside ? local : roots).Add(source);
            if (roots.Contains(directory)) continue;
            if (isAside) local.Add(directory);
            else if (layout.HasManifest(directory)) roots.Add(directory);
        }

        var imports = new ImportEvidence(files);
        foreach (var (directory, role) in layout.Candidates)
        {
            if (roots.Contains(directory) || local.Contains(directory)) continue;
            var outer = Enclosing(directory, roots);
            // A name that the outer root has as well proves nothing about this directory.
            var modules = layout.ModulesIn(directory).Except(layout.ModulesIn(outer)).ToHashSet();
            if (role == FileRoles.Vendored || imports.IsRoot(directory, modules, outer)) roots.Add(directory);
        }

        local.ExceptWith(roots);
        return new SourceRoots([.. roots], [.. local]);
    }

    /// <summary>The nearest root that holds a file: the one its canonical module name counts from.</summary>
    public string RootOf(string path) => Enclosing(path, Directories);

    private static string Enclosing(string path, IEnumerable<string> roots)
    {
        var best = "";
        foreach (var root in roots)
            if (root.Length > best.Length && path.Length > root.Length && path[root.Length] == '/' && path.StartsWith(root, StringComparison.Ordinal)) best = root;
        return best;
    }
}
