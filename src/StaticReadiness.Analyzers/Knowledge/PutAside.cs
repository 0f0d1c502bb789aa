using StaticReadiness.Analysis;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Tells files in folders of what once was in use: copies and old versions that no package holds.</summary>
internal static class PutAside
{
    /// <summary>Whether a folder around a file is named for what was put aside, and is no package that could be imported.</summary>
    public static bool Contains(Project project, RepositoryFile file)
    {
        for (var slash = file.Path.IndexOf('/'); slash >= 0; slash = file.Path.IndexOf('/', slash + 1))
        {
            var folder = file.Path[..slash];
            if (IsNamed(RepositoryPath.NameOf(folder)) && project.Files.TryGet(folder + "/__init__.py") is null) return true;
        }

        return false;
    }

    private static bool IsNamed(string folder) =>
        folder.TrimStart('_').ToLowerInvariant() is "archive" or "archives" or "archived" or "backup" or "backups" or "old" or "deprecated" or "obsolete" or "attic" or "checkpoints" or "unused";
}
