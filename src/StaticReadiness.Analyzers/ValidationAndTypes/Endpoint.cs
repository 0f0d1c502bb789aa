using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>What the signature and the decorator of an endpoint say of the types it takes and gives.</summary>
internal sealed class Endpoint(FunctionDef definition, SemanticModel model, Route route)
{
    private readonly Call? registration = FindRegistration(definition, model, route);

    /// <summary>The schema of the answer as written; null when there is none.</summary>
    public string? ResponseSchema
    {
        get
        {
            if (route.Framework.Id is "fastapi" or "litestar" && (registration?.KeywordValue("response_model") ?? definition.Returns) is { } type && Holds(type)) return model.Tree.Text.ToString(type.Span);
            return definition.Decorators.FirstOrDefault(Schemas.IsOutputDecorator) is Call decorator ? decorator.Function.DottedName() : null;
        }
    }

    /// <summary>What the endpoint leaves out, as it reads after its name; null when it leaves out nothing.</summary>
    public string? Describe(FunctionSymbol function)
    {
        var untyped = function.Parameters.Skip(function.IsMethod ? 1 : 0).Where(IsUntyped).Select(parameter => $"`{parameter.Name}`").ToList();
        var takes = untyped.Count == 0 ? null : $"takes {string.Join(", ", untyped)} without a type";
        var gives = LacksResponse() ? "declares no type of its answer" : null;
        return takes is not null && gives is not null ? $"{takes} and {gives}" : takes ?? gives;
    }

    private static bool IsUntyped(ParameterSymbol parameter) =>
        parameter is { Annotation: null, Kind: not (ParameterKind.VarPositional or ParameterKind.VarKeyword) }
        && !(parameter.Default is Call supplied && supplied.Function.LastName() is "Depends" or "Security" or "Inject" or "Provide" or "FromDishka");

    // A decorator, or the `add_api_route` whose place the route is known by.
    private static Call? FindRegistration(FunctionDef definition, SemanticModel model, Route route)
    {
        if (definition.Decorators.FirstOrDefault(decorator => decorator.Span == route.Location.Span) is Call decorator) return decorator;
        if (route.Location.Path != model.Tree.Path) return null;
        return model.Tree.Root.DescendantsAndSelf().OfType<Call>().FirstOrDefault(call => call.Span == route.Location.Span);
    }

    private bool LacksResponse()
    {
        if (route.Methods is ["WEBSOCKET"] || definition.Returns is not null || registration is null) return false;
        if (registration.HasUnpacking() || registration.KeywordValue("include_in_schema").IsFalse()) return false;
        if (registration.Keywords.Any(keyword => keyword.Name is "response_model" or "response_class" or "responses")) return false;
        var returned = definition.Body.DescendantsInScope().OfType<Return>().Where(statement => statement.Value is not null).ToList();
        if (returned.Count == 0) return false;
        return !returned.Exists(statement => IsResponse(statement.Value!)) && !returned.TrueForAll(statement => IsFixed(statement.Value!));
    }

    // `return {"ok": True}`: nobody needs to be told more.
    private static bool IsFixed(Expression value) => value switch
    {
        Constant => true,
        Dict dict => dict.Values.All(IsFixed),
        _ => value.Elements() is { IsEmpty: false } elements && elements.All(IsFixed),
    };

    // `return Response(…)`, `return templates.TemplateResponse(…)`: the answer is no data that a type describes.
    private bool IsResponse(Expression value)
    {
        if (value is Name name && model.GetSymbol(name) is { } variable && variable.Bindings.Any(binding => binding.Parent is Assign { Value: var given } && IsMadeAsResponse(given is Await later ? later.Value : given))) return true;
        value = model.ValueOf(value is Await wait ? wait.Value : value);
        if (value is Await awaited) value = awaited.Value;
        if (IsMadeAsResponse(value)) return true;
        if (model.GetType(value) is { } type && IsNamedForResponse(type.QualifiedName)) return true;
        return value is Call made && model.ResolveCall(made) is { Definition: { } callee }
            && (callee.Returns is { } annotation ? IsNamedForResponse(annotation.LastName() ?? "") : callee.Body.DescendantsInScope().Any(node => node is Return { Value: { } given } && IsMadeAsResponse(given)));
    }

    private static bool IsMadeAsResponse(Expression value) => value is Call call && call.Function.LastName() is { } name && IsNamedForResponse(name);

    private static bool IsNamedForResponse(string name) =>
        name.EndsWith("Response", StringComparison.Ordinal) || name.EndsWith("_response", StringComparison.Ordinal) || name.EndsWith("redirect", StringComparison.Ordinal) || name is "render" or "render_template";

    // `list[LoanView]` and `Page[LoanView] | None` hold a schema; `dict` and `Response` do not.
    private bool Holds(Expression type) => type.DescendantsAndSelf().OfType<Expression>().Any(part =>
        part is Name or Python.Syntax.Attribute && (model.ResolveClass(part) is { } @class ? Schemas.IsSchema(@class) || @class.Decorators.Any(name => name.EndsWith("dataclass", StringComparison.Ordinal)) : Schemas.IsInLibrary(model.GetQualifiedName(part))));
}
