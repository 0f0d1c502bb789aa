using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads the handler lists that Tornado's applications are made with.</summary>
internal sealed class TornadoRoutes(ProjectFacts facts)
{
    private const int MostLists = 10_000;

    private readonly HashSet<(string Path, TextSpan Span)> open = [];
    private int listsRead;

    public IEnumerable<Route> Find() =>
        facts.Objects.Where(item => item.Object is { IsApplication: true, Framework.Id: "tornado" }).SelectMany(FromApplication)
            .DistinctBy(route => (route.Location.Path, route.Location.Span, route.Path));

    private IEnumerable<Route> FromApplication(ObjectFact item)
    {
        if (item.File.ResolveClass(item.Call.Function) is { } type) return FromSubclass(type, item.Object.Framework);
        return item.Call.Argument(0, "handlers") is { } given ? FromList(given, item.File, item.Object.Framework) : [];
    }

    // `class Application(tornado.web.Application)` hands its list to the base's constructor.
    private IEnumerable<Route> FromSubclass(ClassSymbol type, Framework framework)
    {
        if (type.FindMethod("__init__") is not { } constructor) return [];
        var file = facts.FileOf(constructor);
        return file.Facts.Calls.Where(site => site.Function == constructor.Node.Start && !site.Decorates() && site.Node.Function.LastName() == "__init__").Select(site => site.Node)
            .SelectMany(call => call.Argument(call.Arguments is [{ Kind: SiteValueKind.Name, Text: "self" }, ..] ? 1 : 0, "handlers") is { } given ? FromList(given, file, framework) : []);
    }

    // [(r"/", MainHandler), url(r"/x", XHandler)], also through a variable and in parts.
    private IEnumerable<Route> FromList(SiteValue given, SiteFile givenFile, Framework framework)
    {
        var (value, file) = facts.Resolve(given, givenFile);
        // `routes = [*routes, (r"/", Main)]` goes on with what the name meant before, which cannot be told; and lists of lists can double at each name
        if (++listsRead > MostLists || !open.Add((file.Path, value.Span))) return [];
        var routes = (value.Kind == SiteValueKind.Sum ? value.Parts!.SelectMany(part => FromList(part, file, framework)) : value.Elements().SelectMany(element => FromElement(element, file, framework))).ToList();
        open.Remove((file.Path, value.Span));
        return routes;
    }

    private IEnumerable<Route> FromElement(SiteValue element, SiteFile file, Framework framework)
    {
        if (element.Kind == SiteValueKind.Starred) return FromList(element.Inner, file, framework);
        var parts = element.Kind == SiteValueKind.Tuple ? element.Elements() : element.Arguments;
        if (parts.Length < 2) return [];
        var view = file.ResolveClass(parts[1]);
        var name = view?.QualifiedName ?? parts[1].DottedName() ?? "";
        return [new Route(framework, view is null ? ["*"] : RouteBuilder.MethodsOf(view), PathText.Of(parts[0], file, facts), name, null, file.Place(element))];
    }
}
