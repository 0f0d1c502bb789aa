using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads Pyramid's named routes: a view names its route, whose pattern stands in <c>add_route</c> below the prefixes under which its module is included.</summary>
internal sealed class PyramidPaths
{
    private const int Deepest = 6;

    private readonly ProjectFacts facts;
    private readonly ILookup<string, RegistrationFact> routes;
    private readonly ILookup<string, RegistrationFact> includes;

    public PyramidPaths(ProjectFacts facts)
    {
        this.facts = facts;
        var own = facts.Registrations.Where(fact => fact.Registration.Framework.Id == "pyramid").ToList();
        routes = own.Where(fact => fact.Registration.Name == "add_route" && NameOf(fact) is not null).ToLookup(fact => NameOf(fact)!);
        includes = own.Where(fact => fact.Registration.Name == "include").Select(fact => (Fact: fact, Module: ModuleOf(fact))).Where(include => include.Module is not null)
            .ToLookup(include => include.Module!, include => include.Fact);
    }

    public string PathOf(RegistrationFact view)
    {
        if (view.Keyword("route_name") is not { } given || PathText.Of(given, view.File, facts) is not { } name) return PathText.Unknown;
        return routes[name].FirstOrDefault() is { PathArgument: { } pattern } route
            ? Below(PrefixOf(route.File.ModuleName, 0), PathText.Of(pattern, route.File, facts)) : PathText.Unknown;
    }

    private string PrefixOf(string module, int depth)
    {
        if (depth == Deepest || includes[module].FirstOrDefault() is not { } include) return "";
        var outer = include.File.ModuleName == module ? "" : PrefixOf(include.File.ModuleName, depth + 1);
        return include.PathArgument is { } prefix ? Below(outer, PathText.Of(prefix, include.File, facts)).TrimEnd('/') : outer;
    }

    private static string Below(string prefix, string path) => path.StartsWith('/') ? prefix + path : $"{prefix}/{path}";

    private string? NameOf(RegistrationFact route) => route.Call?.Argument(0, "name") is { } name ? PathText.Of(name, route.File, facts) : null;

    // `config.include("shop.api")`, `config.include(".api")`, `config.include("shop.api.includeme")`, `config.include(api.includeme)`
    private string? ModuleOf(RegistrationFact include)
    {
        if (include.TargetArgument is not { } target) return null;
        var compilation = facts.Project.Compilation;
        if (target.StringValue() is not { } text)
            return include.TargetFunction?.Module.QualifiedName ?? (include.File.GetQualifiedName(target) is { } module && compilation.FindModule(module) is { } found ? found.QualifiedName : null);
        var name = text.StartsWith('.') ? include.File.Module.Package + text : text;
        return compilation.FindModule(name)?.QualifiedName ?? (name.LastIndexOf('.') is var dot and > 0 ? compilation.FindModule(name[..dot])?.QualifiedName : null);
    }
}
