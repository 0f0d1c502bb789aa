using System.Collections.Immutable;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads Django's URLconfs: <c>urlpatterns</c>, <c>include</c> by module or by name, and the routers of REST framework.</summary>
internal sealed class UrlconfReader(ProjectFacts facts, HandlerCollection handlers, Framework django)
{
    // lists put together of lists can double at each name
    private const int MostLists = 10_000;

    private readonly HashSet<string> open = [];
    private readonly HashSet<(string Path, TextSpan Span)> openLists = [];
    private readonly RestRouterReader routers = new(facts);
    private int listsRead;

    public IEnumerable<Route> Read(string moduleName, string prefix)
    {
        if (facts.Project.Compilation.FindModule(moduleName) is not { } module || !open.Add(moduleName)) return [];
        var file = facts.FileOf(module);
        // `from shop.urls import urlpatterns` goes on with another module's list
        var routes = file.Facts.UrlPatterns.SelectMany(site => site.List is { } list ? ReadList(list, prefix, file)
            : ModuleNames.ResolveRelative(module.Package, site.Level ?? 0, site.Module ?? "") is { } source ? Read(source, prefix) : []).ToList();
        open.Remove(moduleName);
        return routes;
    }

    private IEnumerable<Route> ReadList(SiteValue list, string prefix, SiteFile listFile)
    {
        var (value, file) = facts.Resolve(list, listFile);
        // `urlpatterns = [path(…), *urlpatterns]` goes on with what the name meant before, which is read by itself.
        if (++listsRead > MostLists || !openLists.Add((file.Path, value.Span))) return [];
        var routes = ReadParts(value, prefix, file).ToList();
        openLists.Remove((file.Path, value.Span));
        return routes;
    }

    private IEnumerable<Route> ReadParts(SiteValue value, string prefix, SiteFile file) =>
        value.Kind switch
        {
            SiteValueKind.Sum => value.Parts!.SelectMany(part => ReadList(part, prefix, file)),
            SiteValueKind.List or SiteValueKind.Tuple =>
                value.Elements().SelectMany(element => element.Kind == SiteValueKind.Starred ? ReadList(element.Inner, prefix, file) : ReadEntry(element, prefix, file)),
            SiteValueKind.Call when value.Function.LastName() is "i18n_patterns" or "patterns" or "format_suffix_patterns" or "decorator_include" =>
                value.Arguments.SelectMany(element => element.Kind == SiteValueKind.List ? ReadList(element, prefix, file) : ReadEntry(element, prefix, file)),
            SiteValueKind.Attribute when value.Text == "urls" => routers.Read(value.Inner, prefix, file),
            _ => [],
        };

    private IEnumerable<Route> ReadEntry(SiteValue entry, string prefix, SiteFile file)
    {
        if (entry is not { Kind: SiteValueKind.Call, Arguments: [var pattern, ..] } || entry.Function.LastName() is not ("path" or "re_path" or "url")) return [];
        if (entry.Argument(1, "view") is not { } view) return [];
        var path = prefix + Clean(PathText.Of(pattern, file, facts));
        if (view.Kind == SiteValueKind.Call && view.Function.LastName() == "include" && view.Arguments is [var target, ..]) return ReadInclude(target, path, file);
        return view is { Kind: SiteValueKind.Attribute, Text: "urls" } ? [] : [CreateRoute(entry, path, view, file)];
    }

    private IEnumerable<Route> ReadInclude(SiteValue target, string path, SiteFile file)
    {
        if (target is { Kind: SiteValueKind.Tuple, Parts: [var first, ..] }) target = first;
        if (target.StringValue() is { } name) return Read(name, path);
        if (file.GetQualifiedName(target) is { } qualified && facts.Project.Compilation.FindModule(qualified) is { } module) return Read(module.QualifiedName, path);
        return ReadList(target, path, file);
    }

    private Route CreateRoute(SiteValue call, string path, SiteValue view, SiteFile file)
    {
        var location = file.Place(call);
        var name = call.KeywordValue("name").StringValue();
        view = Unwrap(view);
        if (view is { Kind: SiteValueKind.Call, Function: { Kind: SiteValueKind.Attribute, Text: "as_view", Inner: var type } })
        {
            var @class = file.ResolveClass(type);
            return new Route(django, MethodsOf(view), path, @class?.QualifiedName ?? file.GetQualifiedName(type) ?? type.DottedName() ?? "", null, location) { Name = name };
        }

        // `path("rss/", NewsFeed())`: an object that is called
        if (view.Kind == SiteValueKind.Call && file.ResolveClass(view.Function) is { } callable) return new Route(django, ["*"], path, callable.QualifiedName, null, location) { Name = name };
        var function = view.StringValue() is { } dotted ? facts.Project.Compilation.FindSymbol(dotted) as FunctionSymbol : file.ResolveFunction(view);
        var handler = function is null ? null : handlers.Add(function, django, HandlerRole.Route);
        return new Route(django, ["*"], path, function?.QualifiedName ?? file.GetQualifiedName(view) ?? view.StringValue() ?? "", handler, location) { Name = name };
    }

    // `login_required(view)`, `csrf_exempt(cache_page(60)(view))`: the view is the innermost argument.
    private static SiteValue Unwrap(SiteValue view)
    {
        while (view is { Kind: SiteValueKind.Call, Function: not { Kind: SiteValueKind.Attribute, Text: "as_view" }, Arguments: [var inner] } && !inner.IsConstant()) view = inner;
        return view;
    }

    // `OrderSet.as_view({"get": "list"})`
    private static ImmutableArray<string> MethodsOf(SiteValue view) =>
        view.Arguments is [{ Kind: SiteValueKind.Dict } actions] && actions.Entries.All(entry => entry.Key.StringValue() is not null)
            ? [.. actions.Entries.Select(entry => entry.Key.StringValue()!.ToUpperInvariant()).Order(StringComparer.Ordinal)] : ["*"];

    private static string Clean(string pattern) => pattern.TrimStart('^').TrimEnd('$');
}
