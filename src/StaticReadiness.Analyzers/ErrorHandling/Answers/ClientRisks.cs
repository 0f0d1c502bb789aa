using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>Finds the expressions of one request handler that raise when the client errs, and what takes care of them.</summary>
internal sealed class ClientRisks(Handler handler, FunctionDef definition, SemanticModel model)
{
    private static readonly HashSet<string> Converters = ["int", "float", "UUID", "Decimal", "fromisoformat", "strptime"];

    private static readonly HashSet<string> Shape = ["validate", "validated", "is_valid", "model_validate", "parse_obj", "load", "full_clean", "isdigit", "isnumeric", "isdecimal", "match", "fullmatch", "require_fields", "validate_on_submit", "required", "get_or_404", "from_dict", "clean"];

    private static readonly HashSet<string> DecoratorWords = ["validate", "validates", "validated", "schema", "expect", "expects", "body", "params", "param", "kwargs", "arguments", "args", "requires", "require", "required", "json", "check", "catch", "handle", "error", "errors", "wrap", "exception", "exceptions", "robust", "safe"];

    private static readonly HashSet<string> Ignored = ["self", "cls", "request", "req", "user", "current_user", "session", "db"];

    /// <summary>The risks in order of the source, guarded or not.</summary>
    public IEnumerable<ClientRisk> Find()
    {
        foreach (var node in definition.Body.DescendantsInScope())
        {
            var risk = node switch
            {
                Call call => OfCall(call),
                Subscript { Context: ExpressionContext.Load, Index: Constant { StringValue: { } key } } subscript => OfKey(subscript, key),
                _ => null,
            };
            if (risk is not null) yield return risk;
        }
    }

    /// <summary>Whether the handler looks before it leaps or catches what is raised.</summary>
    public bool IsCared(ClientRisk risk) =>
        definition.Decorators.Any(decorator => IdentifierWords.Split((decorator is Call call ? call.Function : decorator).LastName() ?? "").Any(DecoratorWords.Contains))
        || definition.Decorators.Any(decorator => decorator is Call call && (call.KeywordValue("request_param") is not null || call.DescendantsAndSelf().Any(node => node is Constant { StringValue: { } text } && text == risk.Key)))
        || IsCaught(risk) || HasLook(risk);

    private ClientRisk? OfCall(Call call)
    {
        if (call.Function.LastName() is not { } name) return null;
        if (Converters.Contains(name) && call.Arguments is [var value, ..] && RequestData.Find(value, model) is not null && call.Parent is not Call { Function: Name { Identifier: "int" or "float" } })
            return new ClientRisk(call.Function, call, null, ["ValueError", "TypeError", "DecimalException", "InvalidOperation", "BadRequest"]);
        if (name == "get" && call.Function is Attribute { Value: Attribute { Name: "objects" or "all_objects" or "default_manager" } } && handler.Framework.Id is "django" or "drf" && LooksUpInput(call))
            return new ClientRisk(call.Function, call.Function, null, ["DoesNotExist", "ObjectDoesNotExist"]);
        if (name is "one" or "scalar_one" && call is { Arguments.IsEmpty: true, Function: Attribute { Value: var query } } && model.GetType(query)?.QualifiedName is { } type && type.StartsWith("sqlalchemy.", StringComparison.Ordinal) && NamesInput(query))
            return new ClientRisk(call.Function, call.Function is Attribute last ? last : call.Function, null, ["NoResultFound"]);
        return null;
    }

    private ClientRisk? OfKey(Subscript subscript, string key)
    {
        if (RequestData.Find(subscript.Value, model) is not { } collection || !RequestData.RaisesOnMissing(collection, handler.Framework)) return null;
        // `int(request.POST["n"])` is one risk, of the conversion; a key within what a key holds is the first key's.
        if (subscript.Value is Subscript || subscript.Parent is Call converter && Converters.Contains(converter.Function.LastName() ?? "")) return null;
        if (IsConvertedBefore(subscript, key)) return null;
        return new ClientRisk(subscript, subscript, key, ["KeyError", "MultiValueDictKeyError"]);
    }

    // Whoever got past `int(request.data["job"])` sent the key.
    private bool IsConvertedBefore(Subscript subscript, string key) => definition.Body.DescendantsInScope().Any(node =>
        node is Subscript { Index: Constant { StringValue: { } other }, Parent: Call { Function: var function } } earlier && other == key && earlier.Start < subscript.Start
        && Converters.Contains(function.LastName() ?? "") && earlier.Value.DottedName() == subscript.Value.DottedName());

    private bool LooksUpInput(Call call) => call.Keywords.Any(keyword => keyword.Name is not null && !keyword.Name.StartsWith("user", StringComparison.Ordinal) && IsInput(keyword.Value));

    private bool NamesInput(Expression query) => query.DescendantsAndSelf().OfType<Expression>().Any(IsParameter);

    private bool IsInput(Expression value) => IsParameter(value) || RequestData.Find(value, model) is not null;

    private bool IsParameter(Expression value) =>
        value is Name name && !Ignored.Contains(name.Identifier) && model.GetSymbol(name) is { IsParameter: true, Bindings.Length: <= 1 } symbol && symbol.Scope.Node == definition
        && handler.Function.Parameters.Any(parameter => parameter.Name == name.Identifier && parameter.Default is null or Constant && (parameter.Annotation is null || IsPlain(parameter.Annotation)));

    // An injected object was looked up before.
    private static bool IsPlain(Expression annotation) => annotation.LastName() is "int" or "str" or "UUID" or "uuid" or "float" or "UUID4";

    private bool IsCaught(ClientRisk risk)
    {
        SyntaxNode child = risk.Place;
        foreach (var node in risk.Place.Ancestors())
        {
            if (node == definition) break;
            if (node is Try attempt && child is Statement statement && attempt.Body.Contains(statement) && attempt.Handlers.Any(clause => Catches(clause, risk))) return true;
            if (node is With with && with.Items.Any(item => item.Value is Call call && call.Function.LastName() is { } name && (name is "suppress" or "raises" || IdentifierWords.Split(name).Any(word => word is "error" or "errors" or "exception" or "exceptions" or "handle" or "catch")))) return true;
            child = node;
        }

        return false;
    }

    private static bool Catches(ExceptHandler clause, ClientRisk risk) =>
        clause.IsBroad() || clause.CaughtTypes().Any(type => type.LastName() is { } name && (risk.Exceptions.Contains(name) || name is "LookupError" or "AttributeError" or "ObjectDoesNotExist" or "MultipleObjectsReturned" or "SQLAlchemyError" || name.EndsWith("DoesNotExist", StringComparison.Ordinal)))
        || clause.Type is Name variable && char.IsLower(variable.Identifier[0]);

    private bool HasLook(ClientRisk risk) => definition.Body.DescendantsInScope().Any(node => node switch
    {
        Call call when call.Function.LastName() is { } name => Shape.Contains(name) || name.StartsWith("validate", StringComparison.Ordinal) || name.StartsWith("check_", StringComparison.Ordinal) || IdentifierWords.Split(name).Any(word => word is "schema" or "serializer" or "validator" or "form"),
        Constant { StringValue: { } text } constant => text == risk.Key && (constant.Start < risk.Place.Start || constant.Ancestors().OfType<IfExp>().Any(choice => choice.Span.Contains(risk.Place.Span))) && constant.Parent is not (Dict or Subscript { Context: ExpressionContext.Load }),
        Compare comparison => risk.Exceptions[0] != "KeyError" ? false : comparison.Comparators.Any(operand => RequestData.Find(operand, model) is not null) && comparison.Left is not Constant,
        _ => false,
    });
}
