using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Makes routes of registrations: full paths, methods, and the functions that answer.</summary>
internal sealed class RouteBuilder(ProjectFacts facts, IncludeGraph includes, HandlerCollection handlers)
{
    private readonly CherryPyPaths cherryPy = new(facts);

    public IEnumerable<Route> Build()
    {
        foreach (var fact in facts.Registrations)
        {
            if (fact.Registration.Kind != RegistrationKind.Route) continue;
            foreach (var route in FromRegistration(fact)) yield return route;
        }

        foreach (var item in facts.Objects.Where(item => item.Object is { IsApplication: true, Framework.Id: "tornado" }))
            foreach (var route in FromTornado(item)) yield return route;
    }

    private IEnumerable<Route> FromRegistration(RegistrationFact fact)
    {
        var framework = fact.Registration.Framework;
        var location = new Location(fact.Model.Tree.Path, fact.Model.Tree.Text, fact.Node.Span);
        var path = framework.Id == "pyramid" ? PyramidPath(fact) : framework.Id == "cherrypy" && fact.Decorated is FunctionDef method ? cherryPy.PathOf(method, fact.Model) : fact.PathArgument is { } argument ? facts.Resolve(argument, fact.Model).Value.StringValue() ?? "…" : fact.Registration.Path is null ? "…" : "";
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
            name = view?.QualifiedName ?? "";
            if (view is not null && methods is ["*"] or ["GET"]) methods = MethodsOf(view) is { IsEmpty: false } own ? own : methods;
        }

        var prefixes = fact.Decorated is { Parent: ClassDef controller } && framework.Id == "litestar" ? [ControllerPath(controller)] : includes.PrefixesOf(fact.ReceiverKey);
        foreach (var prefix in prefixes) yield return new Route(framework, methods, Join(prefix, path), name, handler, location) { Name = NameOf(fact.Call) };
    }

    // A view names its route; the route's pattern stands in `config.add_route`.
    private string PyramidPath(RegistrationFact fact)
    {
        if ((fact.Call?.KeywordValue("route_name")).StringValue() is not { } name) return "…";
        return facts.Registrations.Where(other => other.Registration is { Framework.Id: "pyramid", Name: "add_route" } && other.Call?.Arguments.FirstOrDefault().StringValue() == name)
            .Select(other => other.PathText).FirstOrDefault() ?? "…";
    }

    // Litestar runs a `def` on the loop unless it is told otherwise.
    private static HandlerPlace? PlaceOf(RegistrationFact fact, FunctionSymbol function) =>
        fact.Registration.Framework.Id == "litestar" && !function.IsAsync && (fact.Call?.KeywordValue("sync_to_thread")).IsTrue() ? HandlerPlace.Thread : null;

    private static string? NameOf(Call? call) =>
        call is null ? null : ((call.KeywordValue("name") ?? call.KeywordValue("endpoint") ?? call.KeywordValue("route_name")).StringValue());

    private static string ControllerPath(ClassDef controller) =>
        controller.Body.OfType<Assign>().Where(assign => assign.Targets is [Name { Identifier: "path" }]).Select(assign => assign.Value.StringValue()).FirstOrDefault() ?? "";

    private static ImmutableArray<string> MethodsOf(RegistrationFact fact)
    {
        var verbs = fact.Registration.Verbs;
        if (verbs.Length == 0) return ["*"];
        if (verbs[0] is not ('=' or '@')) return [verbs];
        var argument = verbs[0] == '=' ? fact.Call?.KeywordValue(verbs[1..]) : fact.Call?.Arguments.ElementAtOrDefault(verbs[1] - '0');
        if (argument is null) return ["GET"];
        var listed = argument.StringElements();
        return listed.IsEmpty ? ["*"] : [.. listed.Select(verb => verb.ToUpperInvariant()).Order(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> MethodsOf(ClassSymbol view) =>
        [.. view.Mro.Select(reference => reference.Symbol).OfType<ClassSymbol>().SelectMany(type => type.Methods).Select(method => method.Name).Distinct().Where(name => name is "get" or "post" or "put" or "patch" or "delete" or "head" or "options").Select(name => name.ToUpperInvariant()).Order(StringComparer.Ordinal)];

    // Application([(r"/", MainHandler), url(r"/x", XHandler)]), also through a variable.
    private IEnumerable<Route> FromTornado(ObjectFact item)
    {
        if (item.Call.Argument(0, "handlers") is not { } given) yield break;
        var (value, model) = facts.Resolve(given, item.Model);
        foreach (var element in value.Elements())
        {
            var parts = element switch { Python.Syntax.Tuple tuple => tuple.Elements, Call call => call.Arguments, _ => [] };
            if (parts.Length < 2) continue;
            var view = model.ResolveClass(parts[1]);
            yield return new Route(
                item.Object.Framework, view is null ? ["*"] : MethodsOf(view), parts[0].StringValue() ?? "…", view?.QualifiedName ?? parts[1].DottedName() ?? "", null,
                new Location(model.Tree.Path, model.Tree.Text, element.Span));
        }
    }

    private static string Join(string prefix, string path)
    {
        if (prefix.Length == 0) return path;
        if (path.Length == 0) return prefix;
        return prefix.EndsWith('/') && path.StartsWith('/') ? prefix + path[1..] : prefix.EndsWith('/') || path.StartsWith('/') || path == "…" ? prefix + path : prefix + "/" + path;
    }
}
