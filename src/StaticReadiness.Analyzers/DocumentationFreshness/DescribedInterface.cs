using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Finds what speaks for the description of a project's interface: a site with versions, operations with descriptions.</summary>
internal static class DescribedInterface
{
    private const string Criterion = "documentation-freshness/api-docs";
    private const int FewestHandlers = 3;
    private const double MostHandlers = 0.8;

    // OpenAPI takes an operation's description from the handler's docstring.
    private static readonly HashSet<string> DescribingFrameworks = ["fastapi", "litestar"];

    public static void Prove(ProjectContext context)
    {
        if (VersionedSite(context.Project) is { } site) context.Prove(Criterion, Location.OfFile(site), "a versioned documentation site exists");
        var handlers = FrameworkModel.Of(context.Project).Routes.Where(route => DescribingFrameworks.Contains(route.Framework.Id) && route.Handler is not null)
            .Select(route => context.Project.Compilation.FindSymbol(route.HandlerName) as FunctionSymbol).OfType<FunctionSymbol>().Distinct().ToList();
        var described = handlers.Count(handler => handler.Node is FunctionDef { Body: var body } && body.FirstOrDefault() is ExpressionStatement { Value: Constant { StringValue: not null } });
        if (handlers.Count >= FewestHandlers && described >= handlers.Count * MostHandlers) context.Prove(Criterion, Location.OfFile(handlers[0].Tree.Path), "OpenAPI operations have descriptions");
    }

    private static string? VersionedSite(Project project)
    {
        foreach (var file in project.Files.Files)
        {
            if (file.Path is ".readthedocs.yaml" or ".readthedocs.yml" or "readthedocs.yml" or "readthedocs.yaml" or ".github/.readthedocs.yaml") return file.Path;
            if (file.Name is "mkdocs.yml" or "mkdocs.yaml" && file.ReadText().TryGet(out var text) && YamlDocuments.Parse(text).Mapping?.GetString("extra", "version", "provider") == "mike") return file.Path;
        }

        return null;
    }
}
