using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>Recognises the collections in which frameworks hand over what a client sent.</summary>
internal static class RequestData
{
    private static readonly HashSet<string> Collections =
        ["args", "form", "values", "json", "data", "GET", "POST", "query_params", "query", "params", "forms", "json_body", "get_json", "get_args", "post"];

    // Their own exceptions answer 400.
    private static readonly HashSet<string> Refusing = ["args", "form", "values", "files"];

    /// <summary>The collection an expression reads from, as <c>request.POST</c>; null for anything else.</summary>
    public static Attribute? Find(Expression expression, SemanticModel model) => expression switch
    {
        Await wait => Find(wait.Value, model),
        Attribute { Value: var owner, Name: var name } attribute when Collections.Contains(name) && IsRequest(owner) => attribute,
        Call { Function: Attribute function } call => function.Name is "get" or "pop" or "strip" or "lower" or "getlist" && function.Value is not Name { Identifier: "self" } ? Find(function.Value, model) : Find(call.Function, model),
        Subscript subscript => Find(subscript.Value, model),
        BoolOp { Values: [var first, ..] } => Find(first, model),
        Name name when model.GetSymbol(name) is { IsParameter: false } symbol && symbol.Scope.Node is FunctionDef && symbol.Bindings is [Name { Parent: Assign { Targets: [Name] } assign }] => Find(assign.Value, model),
        _ => null,
    };

    /// <summary>Whether a missing key of the collection ends in the status 500 rather than 400.</summary>
    public static bool RaisesOnMissing(Attribute collection, Framework framework) =>
        framework.Id is not ("flask" or "quart") || !Refusing.Contains(collection.Name);

    private static bool IsRequest(Expression owner) => owner switch
    {
        Name { Identifier: "request" or "req" } => true,
        Attribute { Name: "request", Value: Name { Identifier: "self" or "flask" or "bottle" or "cherrypy" } } => true,
        _ => false,
    };
}
