using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads the handler lists that Tornado's applications are made with.</summary>
internal sealed class TornadoRoutes(ProjectFacts facts)
{
    public IEnumerable<Route> Find() =>
        facts.Objects.Where(item => item.Object is { IsApplication: true, Framework.Id: "tornado" }).SelectMany(FromApplication)
            .DistinctBy(route => (route.Location.Path, route.Location.Span, route.Path));

    private IEnumerable<Route> FromApplication(ObjectFact item)
    {
        if (item.Model.ResolveClass(item.Call.Function) is { } type) return FromSubclass(type, item.Object.Framework);
        return item.Call.Argument(0, "handlers") is { } given ? FromList(given, item.Model, item.Object.Framework) : [];
    }

    // `class Application(tornado.web.Application)` hands its list to the base's constructor.
    private IEnumerable<Route> FromSubclass(ClassSymbol type, Framework framework)
    {
        if (type.FindMethod("__init__") is not { Definition: { } constructor } method) return [];
        var model = facts.Project.Compilation.GetSemanticModel(method.Tree);
        return constructor.Body.DescendantsInScope().OfType<Call>().Where(call => call.Function.LastName() == "__init__")
            .SelectMany(call => call.Argument(call.Arguments is [Name { Identifier: "self" }, ..] ? 1 : 0, "handlers") is { } given ? FromList(given, model, framework) : []);
    }

    // [(r"/", MainHandler), url(r"/x", XHandler)], also through a variable and in parts.
    private IEnumerable<Route> FromList(Expression given, SemanticModel givenModel, Framework framework)
    {
        var (value, model) = facts.Resolve(given, givenModel);
        if (value is BinOp { Operator: BinaryOperator.Add } sum)
        {
            foreach (var route in FromList(sum.Left, model, framework).Concat(FromList(sum.Right, model, framework))) yield return route;
            yield break;
        }

        foreach (var element in value.Elements())
        {
            if (element is Starred spread)
            {
                foreach (var route in FromList(spread.Value, model, framework)) yield return route;
                continue;
            }

            var parts = element switch { Python.Syntax.Tuple tuple => tuple.Elements, Call call => call.Arguments, _ => [] };
            if (parts.Length < 2) continue;
            var view = model.ResolveClass(parts[1]);
            yield return new Route(
                framework, view is null ? ["*"] : RouteBuilder.MethodsOf(view), PathText.Of(parts[0], model, facts), view?.QualifiedName ?? parts[1].DottedName() ?? "", null,
                new Location(model.Tree.Path, model.Tree.Text, element.Span));
        }
    }
}
