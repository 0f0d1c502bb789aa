using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reads the pages in the navigation of MkDocs' configuration (https://www.mkdocs.org/user-guide/configuration/#nav).</summary>
internal static class SiteNavigation
{
    // Plug-ins that find or write pages themselves.
    private static readonly HashSet<string> Writers =
        ["gen-files", "literate-nav", "monorepo", "multirepo", "awesome-pages", "awesome-nav", "mkdocs-jupyter", "api-autonav", "simple", "gallery", "swagger-ui-tag", "blog", "material/blog", "tags", "i18n", "static-i18n", "print-site", "mkdoxy", "macros", "include-files", "mkdocs-simple-plugin", "same-dir", "select-files", "techdocs-core"];

    /// <summary>The pages with their places and whether they exist; none where pages are made when the site is built.</summary>
    public static IEnumerable<(string Page, Location Location, bool Exists)> Pages(Project project)
    {
        foreach (var file in project.Files.Files)
        {
            if (file.Name is not ("mkdocs.yml" or "mkdocs.yaml") || !file.ReadText().TryGet(out var text) || YamlDocuments.Parse(text).Mapping is not { } root) continue;
            if (root["nav"] is not { } nav || root["hooks"] is not null || root["INHERIT"] is not null || Plugins(root["plugins"]).Any(Writers.Contains)) continue;
            var folder = RepositoryPath.Combine(file.Directory, root.GetString("docs_dir") ?? "docs");
            if (folder is null || !project.Files.DirectoryExists(folder)) continue;
            foreach (var page in Scalars(nav))
            {
                var path = page.Text.Split('#')[0];
                if (!path.EndsWith(".md", StringComparison.Ordinal) || path.Contains(':') || path.Contains('*') || RepositoryPath.Combine(folder, path.TrimStart('/')) is not { } target) continue;
                // A script that names the page may well write it.
                var exists = project.Files.Exists(target) || MadeFiles.Of(project).Contains(target);
                yield return (path, new Location(file.Path, text, page.Span), exists);
            }
        }
    }

    private static IEnumerable<string> Plugins(ConfigurationNode? node) => node switch
    {
        ConfigurationSequence list => list.Items.SelectMany(item => item is ConfigurationMapping mapping ? mapping.Entries.Select(entry => entry.Key) : [item.AsString() ?? ""]),
        ConfigurationMapping mapping => mapping.Entries.Select(entry => entry.Key),
        _ => [],
    };

    private static IEnumerable<ConfigurationScalar> Scalars(ConfigurationNode node) => node switch
    {
        ConfigurationScalar scalar => [scalar],
        ConfigurationSequence list => list.Items.SelectMany(Scalars),
        ConfigurationMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };
}
