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

    public IEnumerable<Route> Read(string moduleName, string prefix)
    {
        if (facts.Project.Compilation.FindModule(moduleName) is not { } module || !open.Add(moduleName)) return [];
        var model = facts.Project.Compilation.GetSemanticModel(module.Tree);
        var routes = module.Tree.Root.Body.SelectMany(PatternLists).SelectMany(list => ReadList(list, prefix, model)).ToList();
        open.Remove(moduleName);
        return routes;
    }

    private static IEnumerable<Expression> PatternLists(Statement statement) => statement switch
    {
        Assign { Targets: [Name { Identifier: "urlpatterns" }] } assign => [assign.Value],
        AnnAssign { Target: Name { Identifier: "urlpatterns" }, Value: { } value } => [value],
        AugAssign { Target: Name { Identifier: "urlpatterns" } } assign => [assign.Value],
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
            Python.Syntax.Attribute { Name: "urls", Value: var router } => ReadRouter(router, prefix, valueModel),
            _ => [],
        };
    }

    private IEnumerable<Route> ReadEntry(Expression entry, string prefix, SemanticModel model)
    {
        if (entry is not Call { Arguments: [var pattern, ..] } call || call.Function.LastName() is not ("path" or "re_path" or "url")) return [];
        if (call.Argument(1, "view") is not { } view) return [];
        var path = prefix + Clean(facts.Resolve(pattern, model).Value.StringValue() ?? "…");
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
            return new Route(django, ["*"], path, @class?.QualifiedName ?? model.GetQualifiedName(type) ?? type.DottedName() ?? "", null, location) { Name = name };
        }

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

    private IEnumerable<Route> ReadRouter(Expression router, string prefix, SemanticModel model)
    {
        if (router is not Name || ReferenceKeys.Of(router, model) is not { } key) yield break;
        foreach (var file in facts.Files)
        {
            foreach (var statement in file.Model.Tree.Root.Body.OfType<ExpressionStatement>())
            {
                if (statement.Value is not Call { Function: Python.Syntax.Attribute { Name: "register", Value: var receiver }, Arguments: [var path, var view, ..] } call) continue;
                if (ReferenceKeys.Of(receiver, file.Model) != key) continue;
                var name = file.Model.ResolveClass(view)?.QualifiedName ?? file.Model.GetQualifiedName(view) ?? "";
                var location = new Location(file.Model.Tree.Path, file.Model.Tree.Text, call.Span);
                var baseName = (call.KeywordValue("basename") ?? call.KeywordValue("base_name")).StringValue();
                var root = prefix + Clean(path.StringValue() ?? "…");
                yield return new Route(django, ["GET", "POST"], root + "/", name, null, location) { Name = baseName };
                yield return new Route(django, ["DELETE", "GET", "PATCH", "PUT"], root + "/<pk>/", name, null, location) { Name = baseName };
            }
        }
    }

    private static string Clean(string pattern) => pattern.TrimStart('^').TrimEnd('$');
}
