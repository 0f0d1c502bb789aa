using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Finds a licence that is named without a file of its own: in the metadata of a package (PEP 621, PEP 639) or in the README.</summary>
internal static class DeclaredLicence
{
    public static Location? Find(Project project) => InPyproject(project) ?? InSetupCfg(project) ?? InSetupPy(project) ?? InReadme(project);

    private static Location? InPyproject(Project project)
    {
        if (project.Files.TryGet("pyproject.toml") is not { } file || !file.ReadText().TryGet(out var text)) return null;
        var root = TomlDocument.Parse(text).Root;
        var node = root.At("project", "license") ?? root.At("project", "license-files") ?? root.At("tool", "poetry", "license");
        return node is null ? null : new Location(file.Path, text, node.Span);
    }

    private static Location? InSetupCfg(Project project)
    {
        if (project.Files.TryGet("setup.cfg") is not { } file || !file.ReadText().TryGet(out var text)) return null;
        return IniText.Parse(text).Root.At("metadata", "license") is { } node ? new Location(file.Path, text, node.Span) : null;
    }

    private static Location? InSetupPy(Project project)
    {
        if (project.Trees.FirstOrDefault(tree => tree.Path == "setup.py") is not { } tree) return null;
        var named = tree.Root.DescendantsAndSelf().OfType<Call>().Where(call => call.Function.LastName() == "setup").Select(call => call.KeywordValue("license")).OfType<Expression>().FirstOrDefault();
        return named is null ? null : new Location(tree.Path, tree.Text, named.Span);
    }

    private static Location? InReadme(Project project) =>
        CommunityFiles.Readme(project) is { } readme && readme.Headings.FirstOrDefault(h => h.Title.Contains("licen", StringComparison.OrdinalIgnoreCase) || h.Title.Contains("copyright", StringComparison.OrdinalIgnoreCase)) is { } heading
            ? new Location(readme.Path, readme.Text, heading.Span)
            : null;
}
