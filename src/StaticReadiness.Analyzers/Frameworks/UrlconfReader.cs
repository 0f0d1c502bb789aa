using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads Django's URLconfs: <c>urlpatterns</c>, <c>include</c> by module or by name, and the routers of REST framework.</summary>
internal sealed class UrlconfReader(ProjectFacts facts, HandlerCollection handlers, Framework django)
{
    private readonly HashSet<string> open = [];
    private readonly RestRouterReader routers = new(facts);

    public IEnumerable<Route> Read(string moduleName, string prefix)
    {
        if (facts.Project.Compilation.FindModule(moduleName) is not { } module || !open.Add(moduleName)) return [];
        var model = facts.Project.Compilation.GetSemanticModel(module.Tree);
        var routes = ReadBody(module.Tree.Root.Body, prefix, model).ToList();
        open.Remove(moduleName);
        return routes;
    }

    private IEnumerable<Route> ReadBody(ImmutableArray<Statement> body, string prefix, SemanticModel model) => body.SelectMany(statement => statement switch
    {
        // `from shop.urls import urlpatterns` goes on with another module's list
        ImportFrom import when import.Names.Any(alias => alias.Name == "urlpatterns" && alias.AsName is null) =>
            ModuleNames.ResolveRelative(model.Module.Package, import.Level, import.Module ?? "") is { } source ? Read(source, prefix) : [],
        _ => PatternLists(statement).SelectMany(list => ReadList(list, prefix, model)),
    });

    private static IEnumerable<Expression> PatternLists(Statement statement) => statement switch
    {
        Assign { Targets: [Name { Identifier: "urlpatterns" }] } assign => [assign.Value],
        AnnAssign { Target: Name { Identifier: "urlpatterns" }, Value: { } value } => [value],
        AugAssign { Target: Name { Identifier: "urlpatterns" } } assign => [assign.Value],
        ExpressionStatement { Value: Call { Function: Python.Syntax.Attribute { Name: "extend", Value: Name { Identifier: "urlpatterns" } }, Arguments: [var more] } } => [more],
        If choice => choice.Body.Concat(choice.OrElse).SelectMany(PatternLists),
        _ => [],
    };

    private IEnumerable<Route> ReadList(Expression list, string prefix, SemanticModel model)
    {
        var (value, valueModel) = facts.Resolve(list, model);
        return value switch
        {
            BinOp { Operator: BinaryOperator.Add } sum => ReadList(sum.Left, prefix, valueModel).Concat(ReadList(sum.Right, prefix, valueModel)),
            List or Python.Syntax.Tuple => value.Elements().SelectMany(element => element is Starred spread ? ReadList(spread.Value, prefix, valueModel) : ReadEntry(element, prefix, valueModel)),
            Call { Arguments: var arguments } call when call.Function.LastName() is "i18n_patterns" or "patterns" or "format_suffix_patterns" or "decorator_include" =>
                arguments.SelectMany(element => element is List ? ReadList(element, prefix, valueModel) : ReadEntry(element, prefix, valueModel)),
            Python.Syntax.Attribute { Name: "urls", Value: var router } => routers.Read(router, prefix, valueModel),
            _ => [],
        };
    }

    private IEnumerable<Route> ReadEntry(Expression entry, string prefix, SemanticModel model)
    {
        if (entry is not Call { Arguments: [var pattern, ..] } call || call.Function.LastName() is not ("path" or "re_path" or "url")) return [];
        if (call.Argument(1, "view") is not { } view) return [];
        var path = prefix + Clean(PathText.Of(pattern, model, facts));
        if (view is Call include && include.Function.LastName() == "include" && include.Arguments is [var target, ..]) return ReadInclude(target, path, model);
        return view is Python.Syntax.Attribute { Name: "urls" } ? [] : [CreateRoute(call, path, view, model)];
    }

    private IEnumerable<Route> ReadInclude(Expression target, string path, SemanticModel model)
    {
        if (target is Python.Syntax.Tuple { Elements: [var first, ..] }) target = first;
        if (target.StringValue() is { } name) return Read(name, path);
        if (model.GetQualifiedName(target) is { } qualified && facts.Project.Compilation.FindModule(qualified) is { } module) return Read(module.QualifiedName, path);
        return ReadList(target, path, model);
    }

    private Route CreateRoute(Call call, string path, Expression view, SemanticModel model)
    {
        var location = new Location(model.Tree.Path, model.Tree.Text, call.Span);
        var name = call.KeywordValue("name").StringValue();
        view = Unwrap(view);
        if (view is Call { Function: Python.Syntax.Attribute { Name: "as_view", Value: var type } })
        {
            var @class = model.ResolveClass(type);
            return new Route(django, MethodsOf((Call)view), path, @class?.QualifiedName ?? model.GetQualifiedName(type) ?? type.DottedName() ?? "", null, location) { Name = name };
        }

        // `path("rss/", NewsFeed())`: an object that is called
        if (view is Call { Function: var made } && model.ResolveClass(made) is { } callable) return new Route(django, ["*"], path, callable.QualifiedName, null, location) { Name = name };
        var function = view.StringValue() is { } dotted ? facts.Project.Compilation.FindSymbol(dotted) as FunctionSymbol : model.ResolveFunction(view);
        var handler = function is null ? null : handlers.Add(function, django, HandlerRole.Route);
        return new Route(django, ["*"], path, function?.QualifiedName ?? model.GetQualifiedName(view) ?? view.StringValue() ?? "", handler, location) { Name = name };
    }

    // `login_required(view)`, `csrf_exempt(cache_page(60)(view))`: the view is the innermost argument.
    private static Expression Unwrap(Expression view)
    {
        while (view is Call { Function: not Python.Syntax.Attribute { Name: "as_view" }, Arguments: [var inner] } && inner is not Constant) view = inner;
        return view;
    }

    // `OrderSet.as_view({"get": "list"})`
    private static ImmutableArray<string> MethodsOf(Call view) =>
        view.Arguments is [Dict actions] && actions.Keys.All(key => key.StringValue() is not null)
            ? [.. actions.Keys.Select(key => key.StringValue()!.ToUpperInvariant()).Order(StringComparer.Ordinal)] : ["*"];

    private static string Clean(string pattern) => pattern.TrimStart('^').TrimEnd('$');
}
