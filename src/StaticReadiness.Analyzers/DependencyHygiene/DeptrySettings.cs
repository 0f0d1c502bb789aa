using StaticReadiness.Analysis;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>What a project told deptry to leave alone: <c>[tool.deptry.per_rule_ignores]</c> (https://deptry.com/usage/#configuration).</summary>
internal sealed class DeptrySettings
{
    private readonly HashSet<(string Code, string Name)> ignored = [];

    private DeptrySettings(Project project)
    {
        foreach (var manifest in project.Dependencies.Manifests.Where(manifest => manifest.Tools.Contains("deptry")))
            if (project.Files.TryGet(manifest.Path)?.ReadText().ValueOrDefault() is { } text && TomlDocument.Parse(text).Root.GetMapping("tool", "deptry") is { } settings) Read(settings);
    }

    public static DeptrySettings Of(Project project) => project.GetFact(static p => new DeptrySettings(p));

    /// <summary>Whether findings of a deptry code about a package or module are unwanted.</summary>
    public bool Ignores(string code, string name) => ignored.Contains((code, PackageName.Normalize(name)));

    private void Read(ConfigurationMapping settings)
    {
        foreach (var entry in settings.GetMapping("per_rule_ignores")?.Entries ?? [])
            foreach (var item in (entry.Value as ConfigurationSequence)?.Items ?? [])
                if (item.AsString() is { } name) ignored.Add((entry.Key, PackageName.Normalize(name)));
    }
}
