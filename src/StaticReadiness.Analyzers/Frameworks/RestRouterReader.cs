using System.Collections.Immutable;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads the routers of Django REST framework: the routes a view set has by its methods and by its <c>@action</c>s.</summary>
internal sealed class RestRouterReader(ProjectFacts facts)
{
    private readonly Lazy<ILookup<string, (SiteValue Call, SiteFile File)>> registrations = new(() => facts.Files
        .SelectMany(file => file.Facts.Calls
            .Where(site => !site.Decorates() && site.Node.Function is { Kind: SiteValueKind.Attribute, Text: "register" })
            .Select(site => (Call: site.Node, File: file, Key: ReferenceKeys.Of(site.Node.Function.Inner, file))))
        .Where(entry => entry.Key is not null).ToLookup(entry => entry.Key!, entry => (entry.Call, entry.File)));

    private readonly Framework django = FrameworkTables.Frameworks["django"];
    private readonly ImmutableArray<ResourceAction> actions = [.. FrameworkTables.Actions[FrameworkTables.Frameworks["drf"]]];

    public IEnumerable<Route> Read(SiteValue router, string prefix, SiteFile file)
    {
        if (ReferenceKeys.Of(router, file) is not { } key) return [];
        return registrations.Value[key].SelectMany(entry => ReadEntry(entry.Call, prefix, entry.File));
    }

    private IEnumerable<Route> ReadEntry(SiteValue call, string prefix, SiteFile file)
    {
        if (call.Argument(0, "prefix") is not { } path || call.Argument(1, "viewset") is not { } view) return [];
        var type = file.ResolveClass(view);
        var name = type?.QualifiedName ?? file.GetQualifiedName(view) ?? "";
        var location = file.Place(call);
        var baseName = (call.KeywordValue("basename") ?? call.KeywordValue("base_name")).StringValue();
        var own = Clean(PathText.Of(path, file, facts));
        var root = own.Length == 0 ? prefix.TrimEnd('/') : prefix + own;
        var routes = type is null ? Standard(actions, "pk") : Standard(HandledBy(type), LookupOf(type)).Concat(Extra(type));
        return routes.Select(route => new Route(django, route.Methods, root + route.Suffix + "/", name, null, location) { Name = baseName });
    }

    private static IEnumerable<(ImmutableArray<string> Methods, string Suffix)> Standard(ImmutableArray<ResourceAction> handled, string lookup) =>
        handled.GroupBy(action => action.Suffix).Select(group => (group.Select(action => action.Verb).Order(StringComparer.Ordinal).ToImmutableArray(), group.Key.Replace("<pk>", $"<{lookup}>", StringComparison.Ordinal)));

    // A view set none of whose methods is known gets them from a library: all may be there.
    private ImmutableArray<ResourceAction> HandledBy(ClassSymbol type)
    {
        var names = new HashSet<string>();
        foreach (var reference in type.Mro)
        {
            if (FrameworkTables.BaseClasses.TryGetValue(reference.QualifiedName, out var known) && known.Role == "actions") names.UnionWith(known.Methods);
            if (reference.Symbol is { } @class) names.UnionWith(@class.Methods.Select(method => method.Name));
        }

        var handled = actions.Where(action => names.Contains(action.Name)).ToImmutableArray();
        return handled.IsEmpty && !type.HasKnownBases ? actions : handled;
    }

    private IEnumerable<(ImmutableArray<string> Methods, string Suffix)> Extra(ClassSymbol type)
    {
        var seen = new HashSet<string>();
        foreach (var method in type.Mro.Select(reference => reference.Symbol).OfType<ClassSymbol>().SelectMany(@class => @class.Methods))
        {
            if (!seen.Add(method.Name)) continue;
            foreach (var call in facts.FileOf(method).DecoratorsAt(method.Node.Start).Select(site => site.Node).Where(node => node.Kind == SiteValueKind.Call))
            {
                if (call.Function.LastName() is not { } name || !SiteShape.Actions.Contains(name)) continue;
                var isDetail = name == "detail_route" || name == "action" && call.Argument(1, "detail").IsTrue();
                var verbs = (call.KeywordValue("methods") ?? call.Arguments.FirstOrDefault()).StringElements();
                var path = call.KeywordValue("url_path") is { } given ? Clean(given.StringValue() ?? PathText.Unknown) : method.Name;
                yield return (verbs.IsEmpty ? ["GET"] : [.. verbs.Select(verb => verb.ToUpperInvariant()).Order(StringComparer.Ordinal)], $"{(isDetail ? $"/<{LookupOf(type)}>" : "")}/{path}");
            }
        }
    }

    private string LookupOf(ClassSymbol type) => TextOf(type, "lookup_url_kwarg") ?? TextOf(type, "lookup_field") ?? "pk";

    private string? TextOf(ClassSymbol type, string attribute) =>
        type.Mro.Select(reference => reference.Symbol).OfType<ClassSymbol>().Select(@class => facts.MemberOf(@class, attribute)).OfType<SiteValue>().FirstOrDefault().StringValue();

    private static string Clean(string pattern) => pattern.TrimStart('^').TrimEnd('$').TrimEnd('/');
}
