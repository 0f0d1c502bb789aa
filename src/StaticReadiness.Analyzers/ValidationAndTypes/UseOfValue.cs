using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>Tells uses of a client's value that cannot go wrong from those that can.</summary>
internal static class UseOfValue
{
    /// <summary>Whether a value is only tested, compared, converted, looked up, or replaced by a default where it is absent.</summary>
    public static bool IsSafe(Expression value, RequestBody body)
    {
        // Forms hold texts: with a default nothing can go wrong.
        if (body.Source!.Value.Kind == "form" && value is Call { Function: Attribute { Name: "get" or "pop" }, Arguments.Length: > 1 }) return true;
        if (IsGuarded(value, body)) return true;
        // `(form.get("name") or "").strip()`
        if (body.Source!.Value.Kind == "form" && value.Parent is BoolOp { Values: [_, Constant] }) return true;
        return IsSafePlace(value) || IsSafeVariable(value, body);
    }

    // `keep = form.get("keep")` of which only `if keep:` is asked
    private static bool IsSafeVariable(Expression value, RequestBody body)
    {
        if (value.Parent is not Assign { Targets: [Name variable] }) return false;
        var uses = body.Nodes.OfType<Name>().Where(use => use.Identifier == variable.Identifier && use.Context == ExpressionContext.Load).ToList();
        return uses.Count > 0 && uses.TrueForAll(IsSafePlace);
    }

    private static bool IsSafePlace(Expression value) =>
        value.Parent switch
        {
            Compare or UnaryOp or BoolOp { Parent: If or IfExp or While } => true,
            If test when test.Test == value => true,
            IfExp test when test.Test == value => true,
            Call call => IsConverter(call) || IsLookUp(call),
            Keyword { Name: not null, Parent: Call call } => IsLookUp(call),
            _ => false,
        };

    // `data["user"] if "user" in data else None`, `if data.get("error"): use(data["error"])`
    private static bool IsGuarded(Expression value, RequestBody body) =>
        body.KeyOf(value) is var key && value.Ancestors().TakeWhile(node => node is not FunctionDef).Any(node => (node switch { IfExp choice => choice.Test, If choice => choice.Test, _ => null }) is { } test
            && test.DescendantsAndSelf().Any(part => (part is Compare { Left: Constant, Operators: [ComparisonOperator.In], Comparators: [var container] } && body.IsBody(container)) || (part != value && body.KeyOf(part) == key)));

    private static bool IsConverter(Call call) => call.Function.LastName() is "int" or "float" or "bool" or "str" or "UUID" or "Decimal" or "len" or "isinstance" or "strtobool" or "asbool" or "parse_bool" or "parse_date" or "authenticate";

    private static bool IsLookUp(Call call) => call.Function.LastName() is "get" or "filter" or "filter_by" or "get_object_or_404" or "get_or_404" or "exclude" or "first_or_404" or "exists" or "authenticate" || IdentifierWords.Split(call.Function.LastName() ?? "").Contains("404");
}
