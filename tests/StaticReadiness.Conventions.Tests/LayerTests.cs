using System.Xml.Linq;

namespace StaticReadiness.Conventions.Tests;

public class LayerTests
{
    /// <summary>What each project may refer to directly; whatever those refer to is allowed with them.</summary>
    private static readonly Dictionary<string, string[]> Layers = new()
    {
        ["Python"] = [],
        ["Repository"] = ["Python"],
        ["Analysis"] = ["Python", "Repository"],
        ["Analyzers"] = ["Python", "Repository", "Analysis"],
        ["Reporting"] = ["Python", "Repository", "Analysis"],
        ["LanguageServer"] = ["Python", "Repository", "Analysis", "Analyzers", "Reporting"],
        ["Cli"] = ["Python", "Repository", "Analysis", "Analyzers", "Reporting", "LanguageServer"],
        ["Dev"] = ["Python", "Repository", "Analysis", "Analyzers", "Reporting", "LanguageServer"],
    };

    [Fact]
    public void References_run_downwards_only()
    {
        var wrong = Projects().SelectMany(project => ReferencesOf(project)
            .Where(reference => !Layers.GetValueOrDefault(NameOf(project), []).Contains(reference))
            .Select(reference => $"{NameOf(project)} refers to {reference}: the layers are Python, Repository, Analysis, then Analyzers and Reporting side by side, then Cli and Dev"));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_has_its_place_in_the_layers() => Projects().Select(NameOf).Where(name => !Layers.ContainsKey(name)).ShouldBeEmpty();

    private static IEnumerable<string> Projects() => Directory.EnumerateFiles(Path.Combine(House.Root, "src"), "*.csproj", SearchOption.AllDirectories);

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project)["StaticReadiness.".Length..];

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(reference => NameOf(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
