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
        if (IsGuarded(value, body) || IsFlag(value) || IsHandedOver(value, body)) return true;
        // `(form.get("name") or "").strip()`
        if (body.Source!.Value.Kind == "form" && value.Parent is BoolOp { Values: [_, Constant] }) return true;
        return IsSafePlace(value) || IsLogged(value) || IsSafeVariable(value, body);
    }

    // `logger.info(f"made {data.get('name')}")`
    private static bool IsLogged(Expression value)
    {
        SyntaxNode? around = value.Parent;
        while (around is FormattedValue or JoinedStr or BinOp) around = around.Parent;
        return around is Call { Function: Attribute { Name: "debug" or "info" or "warning" or "error" or "exception", Value: var log } } && IdentifierWords.Split(log.LastName() ?? "") is [.., "log" or "logger" or "logging"];
    }

    // `data.get("quiet", False)`
    private static bool IsFlag(Expression value) => value is Call { Arguments: [_, var byDefault] } && (byDefault.IsTrue() || byDefault.IsFalse());

    // `payload = {"kind": data.get("kind")}`, then `requests.post(url, json=payload)`: who gets it has to check it; `render(request, "done.html", shown)` only shows it.
    private static bool IsHandedOver(Expression value, RequestBody body) =>
        value.Parent is Dict { Parent: Assign { Targets: [Name filled] } }
        && body.Nodes.OfType<Name>().Any(use => use.Identifier == filled.Identifier && use.Context == ExpressionContext.Load && use.Parent switch
        {
            Keyword { Name: "json" or "data", Parent: Call call } => call.Function.LastName() is "post" or "put" or "patch" or "request",
            Call call => call.Function.LastName() is "render" or "render_to_response" or "render_template",
            _ => false,
        });

    // `keep = form.get("keep")` of which only `if keep:` is asked
    private static bool IsSafeVariable(Expression value, RequestBody body)
    {
        if ((value.Parent switch { Assign { Targets: [Name target] } => target, AnnAssign assign => assign.Target, _ => null }) is not Name variable) return false;
        var uses = body.Definition.DescendantsAndSelf().OfType<Name>().Where(use => use.Identifier == variable.Identifier && use.Context == ExpressionContext.Load).ToList();
        return uses.Exists(use => use.Parent is Call call && call.Function.LastName() is "int" or "float" or "Decimal" or "UUID") || uses.TrueForAll(use => IsSafePlace(use) || IsCriterion(use, body) || (body.Source!.Value.Kind == "form" && IsAskedFor(use)));
    }

    // `if html: page.content = html`
    private static bool IsAskedFor(Name use) =>
        use.Ancestors().TakeWhile(node => node is not FunctionDef).Any(node => node is If choice && choice.Body.Any(statement => statement.Span.Contains(use.Span))
            && choice.Test.DescendantsAndSelf().Any(part => part is Name name && name.Identifier == use.Identifier && part.Parent is If or BoolOp { Operator: BoolOperator.And }));

    // `criteria["kind"] = kind`, then `Item.objects.filter(**criteria)`: nothing but a search.
    private static bool IsCriterion(Name value, RequestBody body) =>
        value.Parent is Assign { Targets: [Subscript { Value: Name criteria }] }
        && body.Nodes.Any(node => node is Keyword { Name: null, Value: Name spread, Parent: Call call } && spread.Identifier == criteria.Identifier && IsLookUp(call));

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

    private static bool IsConverter(Call call) => call.Function.LastName() is "int" or "float" or "bool" or "str" or "UUID" or "Decimal" or "len" or "isinstance" or "strtobool" or "asbool" or "parse_bool" or "parse_date" || IsSignIn(call);

    // `authenticate_user(name, password)` compares with what is stored.
    private static bool IsSignIn(Call call) => IdentifierWords.Split(call.Function.LastName() ?? "").Contains("authenticate");

    // `ContentType.objects.get_for_id(number)`
    private static bool IsLookUp(Call call) => call.Function is Attribute { Name: var method, Value: Attribute { Name: "objects" } } && method.StartsWith("get_for_", StringComparison.Ordinal) || call.Function.LastName() is "get" or "filter" or "filter_by" or "get_object_or_404" or "get_or_404" or "exclude" or "first_or_404" or "exists" || IsSignIn(call) || IdentifierWords.Split(call.Function.LastName() ?? "").Contains("404");
}
