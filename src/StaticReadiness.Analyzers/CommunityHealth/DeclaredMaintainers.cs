using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Tells whether the metadata of a package names its maintainers.</summary>
internal static class DeclaredMaintainers
{
    public static bool Exist(Project project)
    {
        if (project.Files.TryGet("pyproject.toml") is { } file && file.ReadText().TryGet(out var text))
        {
            var root = TomlDocument.Parse(text).Root;
            if ((root.At("project", "maintainers") ?? root.At("tool", "poetry", "maintainers")) is not null) return true;
        }

        if (project.Files.TryGet("setup.cfg") is { } ini && ini.ReadText().TryGet(out var options) && IniText.Parse(options).Root.At("metadata", "maintainer") is not null) return true;
        return project.Trees.FirstOrDefault(tree => tree.Path == "setup.py") is { } setup
            && setup.Root.DescendantsAndSelf().OfType<Call>().Any(call => call.Function.LastName() == "setup" && call.KeywordValue("maintainer") is not null);
    }
}
