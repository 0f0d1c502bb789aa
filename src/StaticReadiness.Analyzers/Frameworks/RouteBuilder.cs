using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Makes routes of registrations: full paths, methods, and the functions that answer.</summary>
internal sealed class RouteBuilder(ProjectFacts facts, IncludeGraph includes, HandlerCollection handlers)
{
    private readonly ObjectTreePaths trees = new(facts);
    private readonly PyramidPaths pyramid = new(facts);

    public IEnumerable<Route> Build()
    {
        var exposed = new HashSet<FunctionSymbol>();
        foreach (var fact in facts.Registrations)
        {
            if (fact.Registration.Kind != RegistrationKind.Route) continue;
            // TurboGears gives one method several `@expose`s, one for each form of its answer
            if (fact.Registration.Framework.Id is "turbogears" or "cherrypy" && fact.DecoratedFunction is { } method && !exposed.Add(method)) continue;
            foreach (var route in FromRegistration(fact)) yield return route;
        }

        foreach (var route in new TornadoRoutes(facts).Find().Concat(FromExposed())) yield return route;
    }

    private IEnumerable<Route> FromExposed()
    {
        var framework = FrameworkTables.Frameworks["cherrypy"];
        foreach (var (method, file) in new ExposedMethods(facts).Find())
        {
            var handler = handlers.Add(method, framework, HandlerRole.Route);
            yield return new Route(framework, ["*"], trees.PathOf(method, framework), method.QualifiedName, handler, file.Place(method.Definition!.NameSpan));
        }
    }

    private IEnumerable<Route> FromRegistration(RegistrationFact fact)
    {
        var framework = fact.Registration.Framework;
        var location = fact.File.Place(fact.Node);
        var paths = PathsOf(fact);
        var methods = MethodsOf(fact);
        Handler? handler = null;
        string name;
        if (fact.TargetFunction is { } function)
        {
            handler = handlers.Add(function, framework, HandlerRole.Route, PlaceOf(fact, function));
            name = function.QualifiedName;
        }
        else
        {
            var view = fact.TargetClass;
            name = view?.QualifiedName ?? fact.TargetArgument.DottedName() ?? "";
            if (view is not null && methods is ["*"] or ["GET"]) methods = MethodsOf(view) is { IsEmpty: false } own ? own : methods;
        }

        var prefixes = fact.DecoratedFunction?.ContainingClass is { } controller && framework.Id == "litestar" ? [ControllerPath(controller)] : includes.PrefixesOf(fact.ReceiverKey, framework.Id == "sanic" && fact.Call is { } call ? IncludeGraph.VersionOf(call, "version") : default);
        foreach (var path in paths)
            foreach (var prefix in prefixes) yield return new Route(framework, methods, Rooted(Join(prefix, path), framework), name, handler, location) { Name = NameOf(fact.Call) };
    }

    private ImmutableArray<string> PathsOf(RegistrationFact fact)
    {
        var framework = fact.Registration.Framework;
        if (framework.Id == "pyramid") return [pyramid.PathOf(fact)];
        if (framework.Id is "cherrypy" or "turbogears" && fact.DecoratedFunction is { } method) return [trees.PathOf(method, framework)];
        if (fact.Registration.Path is null) return [PathText.Unknown];
        var given = fact.PathArguments.Select(argument => PathText.Of(argument, fact.File, facts)).ToImmutableArray();
        return given.IsEmpty ? [""] : given;
    }

    private static string? ActionVerb(RegistrationFact fact) =>
        fact.DecoratedFunction is { ContainingClass: { } owner } method
            ? ObjectTreePaths.ActionOf(method, owner, fact.Registration.Framework)?.Verb : null;

    // Litestar runs a `def` on the loop unless it is told otherwise.
    private static HandlerPlace? PlaceOf(RegistrationFact fact, FunctionSymbol function) =>
        fact.Registration.Framework.Id == "litestar" && !function.IsAsync && (fact.Call?.KeywordValue("sync_to_thread")).IsTrue() ? HandlerPlace.Thread : null;

    private static string? NameOf(SiteValue? call) =>
        call is null ? null : ((call.KeywordValue("name") ?? call.KeywordValue("endpoint") ?? call.KeywordValue("route_name")).StringValue());

    private string ControllerPath(ClassSymbol controller) => facts.MemberOf(controller, "path").StringValue() ?? "";

    private static ImmutableArray<string> MethodsOf(RegistrationFact fact)
    {
        var verbs = fact.Registration.Verbs;
        if (verbs.Length == 0) return ["*"];
        if (verbs[0] is not ('=' or '@')) return [ActionVerb(fact) ?? verbs];
        var isAnyByDefault = verbs.EndsWith(":*", StringComparison.Ordinal);
        var argument = verbs[0] == '=' ? fact.Keyword(isAnyByDefault ? verbs[1..^2] : verbs[1..]) : fact.Call?.Arguments.ElementAtOrDefault(verbs[1] - '0');
        if (argument is null) return isAnyByDefault ? ["*"] : ["GET"];
        var listed = argument.StringElements();
        return listed.IsEmpty ? ["*"] : [.. listed.Select(verb => verb.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];
    }

    internal static ImmutableArray<string> MethodsOf(ClassSymbol view) =>
        [.. view.Mro.Select(reference => reference.Symbol).OfType<ClassSymbol>().SelectMany(type => type.Methods).Select(method => method.Name).Distinct().Where(name => name is "get" or "post" or "put" or "patch" or "delete" or "head" or "options").Select(name => name.ToUpperInvariant()).Order(StringComparer.Ordinal)];

    private static string Rooted(string path, Framework framework) =>
        framework.RootsPaths && !path.StartsWith('/') && !path.StartsWith(PathText.Unknown, StringComparison.Ordinal) ? "/" + path : path;

    private static string Join(string prefix, string path)
    {
        if (prefix.Length == 0) return path;
        if (path.Length == 0) return prefix;
        return prefix.EndsWith('/') && path.StartsWith('/') ? prefix + path[1..] : prefix.EndsWith('/') || path.StartsWith('/') || path == "…" ? prefix + path : prefix + "/" + path;
    }
}
