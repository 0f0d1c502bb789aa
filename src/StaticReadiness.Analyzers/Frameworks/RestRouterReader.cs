using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads the routers of Django REST framework: the routes a view set has by its methods and by its <c>@action</c>s.</summary>
internal sealed class RestRouterReader(ProjectFacts facts)
{
    private readonly Lazy<ILookup<string, (Call Call, SemanticModel Model)>> registrations = new(() => facts.Files
        .SelectMany(file => file.RouterEntries.Select(call => (Call: call, file.Model, Key: ReferenceKeys.Of(((Python.Syntax.Attribute)call.Function).Value, file.Model))))
        .Where(entry => entry.Key is not null).ToLookup(entry => entry.Key!, entry => (entry.Call, entry.Model)));

    private readonly Framework django = FrameworkTables.Frameworks["django"];
    private readonly ImmutableArray<ResourceAction> actions = [.. FrameworkTables.Actions[FrameworkTables.Frameworks["drf"]]];

    public IEnumerable<Route> Read(Expression router, string prefix, SemanticModel model)
    {
        if (ReferenceKeys.Of(router, model) is not { } key) return [];
        return registrations.Value[key].SelectMany(entry => ReadEntry(entry.Call, prefix, entry.Model));
    }

    private IEnumerable<Route> ReadEntry(Call call, string prefix, SemanticModel model)
    {
        if (call.Argument(0, "prefix") is not { } path || call.Argument(1, "viewset") is not { } view) return [];
        var type = model.ResolveClass(view);
        var name = type?.QualifiedName ?? model.GetQualifiedName(view) ?? "";
        var location = new Location(model.Tree.Path, model.Tree.Text, call.Span);
        var baseName = (call.KeywordValue("basename") ?? call.KeywordValue("base_name")).StringValue();
        var own = Clean(PathText.Of(path, model, facts));
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

    private static IEnumerable<(ImmutableArray<string> Methods, string Suffix)> Extra(ClassSymbol type)
    {
        var seen = new HashSet<string>();
        foreach (var method in type.Mro.Select(reference => reference.Symbol).OfType<ClassSymbol>().SelectMany(@class => @class.Methods))
        {
            if (method.Definition is not { } definition || !seen.Add(method.Name)) continue;
            foreach (var call in definition.Decorators.OfType<Call>())
            {
                var name = call.Function.LastName();
                if (name is not ("action" or "detail_route" or "list_route")) continue;
                var isDetail = name == "detail_route" || name == "action" && call.Argument(1, "detail").IsTrue();
                var verbs = (call.KeywordValue("methods") ?? call.Arguments.FirstOrDefault()).StringElements();
                var path = call.KeywordValue("url_path") is { } given ? Clean(given.StringValue() ?? PathText.Unknown) : method.Name;
                yield return (verbs.IsEmpty ? ["GET"] : [.. verbs.Select(verb => verb.ToUpperInvariant()).Order(StringComparer.Ordinal)], $"{(isDetail ? $"/<{LookupOf(type)}>" : "")}/{path}");
            }
        }
    }

    private static string LookupOf(ClassSymbol type) => TextOf(type, "lookup_url_kwarg") ?? TextOf(type, "lookup_field") ?? "pk";

    private static string? TextOf(ClassSymbol type, string attribute) =>
        type.Mro.Select(reference => reference.Symbol).OfType<ClassSymbol>().SelectMany(@class => @class.Node.Body.OfType<Assign>())
            .Where(assign => assign.Targets is [Name target] && target.Identifier == attribute).Select(assign => assign.Value.StringValue()).FirstOrDefault();

    private static string Clean(string pattern) => pattern.TrimStart('^').TrimEnd('$').TrimEnd('/');
}
