using System.Collections.Frozen;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Projects;

/// <summary>The files at the top of a repository that speak for every project in it, also where the top is a project itself.</summary>
internal static class SharedFiles
{
    private static readonly FrozenSet<string> Stems = FrozenSet.ToFrozenSet(
        [
            "readme", "license", "licence", "copying", "notice", "contributing", "security", "code_of_conduct", "support", "governance", "maintainers", "authors", "codeowners",
            "changelog", "changes", "history", "news", "renovate", "jenkinsfile", "azure-pipelines", "bitbucket-pipelines",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A workspace has one lock, at its top (uv: concepts/projects/workspaces; PDM and Pipenv look upwards as well).</summary>
    private static readonly FrozenSet<string> Locks = FrozenSet.ToFrozenSet(["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"], StringComparer.Ordinal);

    public static bool Contains(string path)
    {
        var slash = path.IndexOf('/');
        if (slash > 0) return IsHiddenTooling(path[..slash]);
        return Locks.Contains(path) || Stems.Contains(StemOf(path)) || IsHiddenTooling(path);
    }

    // an environment file holds values of one deployment
    private static bool IsHiddenTooling(string name) => name[0] == '.' && !name.StartsWith(".env", StringComparison.Ordinal);

    private static string StemOf(string name) => name.IndexOf('.') is var dot and > 0 ? name[..dot] : name;
}
