using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Traces values back to what clients send, within one function.</summary>
internal sealed class Origins(Project project, SemanticModel model)
{
    private const int Deepest = 10;

    private static readonly HashSet<string> Sources =
    [
        "args", "form", "values", "json", "data", "GET", "POST", "query_params", "query", "query_string", "cookies", "COOKIES", "headers", "FILES", "files", "body", "forms", "params",
        "get_json", "get_data", "match_info", "path_params", "json_body", "matchdict", "rel_url", "stream", "raw_body", "form_data", "body_arguments",
    ];

    private static readonly HashSet<string> HandlerSources = ["get_argument", "get_query_argument", "get_body_argument", "get_arguments", "get_cookie", "get_json_body"];

    private static readonly HashSet<string> Numbers =
        ["builtins.int", "builtins.float", "builtins.bool", "uuid.UUID", "datetime.datetime", "datetime.date", "datetime.timedelta", "decimal.Decimal", "enum.Enum", "enum.IntEnum", "enum.StrEnum"];

    private static readonly HashSet<string> Cleaners =
        ["int", "float", "bool", "len", "UUID", "quote", "quote_plus", "escape", "conditional_escape", "quote_name", "quote_ident", "quote_identifier", "secure_filename", "isoformat", "strftime", "Decimal", "round",
         "hexdigest", "format_html", "clean", "sanitize", "join_shell", "list2cmdline", "uuid4", "time", "now", "today", "ord", "abs", "sum", "id"];

    /// <summary>Where the value of an expression comes from.</summary>
    public Origin Of(Expression expression) => Of(expression, 0);

    private Origin Of(Expression expression, int depth)
    {
        if (depth > Deepest) return Origin.Unknown;
        return expression switch
        {
            Constant => Origin.Constant,
            _ when IsSource(expression) => Origin.Input,
            Name name => OfName(name, depth),
            Attribute attribute => OfAttribute(attribute, depth),
            Subscript subscript => Of(subscript.Value, depth + 1),
            Call call => OfCall(call, depth),
            Await wait => Of(wait.Value, depth + 1),
            FormattedValue formatted => Of(formatted.Value, depth + 1),
            BinOp { Operator: BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.Div, Right: Constant { ConstantKind: ConstantKind.Integer or ConstantKind.Float } } => Origin.Safe,
            JoinedStr or BinOp or List or Python.Syntax.Tuple or Set or BoolOp or IfExp => Worst(Parts(expression), depth),
            Compare or UnaryOp { Operator: UnaryOperator.Not } => Origin.Safe,
            NamedExpression named => Of(named.Value, depth + 1),
            _ => Origin.Unknown,
        };
    }

    private static IEnumerable<Expression> Parts(Expression expression) => expression switch
    {
        JoinedStr joined => joined.Values,
        BinOp operation => [operation.Left, operation.Right],
        BoolOp choice => choice.Values,
        IfExp choice => [choice.Body, choice.OrElse],
        _ => expression.Elements(),
    };

    private Origin Worst(IEnumerable<Expression> expressions, int depth)
    {
        var worst = Origin.Constant;
        foreach (var expression in expressions)
            if (Of(expression, depth + 1) is var origin && origin > worst) worst = origin;
        return worst;
    }

    // `request.args`, `self.request.POST`, `self.get_argument(…)`
    private static bool IsSource(Expression expression) => expression switch
    {
        Attribute { Value: var owner, Name: var name } when Sources.Contains(name) => owner.LastName() is "request" or "req" && (owner is Name or Attribute { Value: Name { Identifier: "self" or "flask" or "bottle" or "cherrypy" or "info" } }),
        Attribute { Value: Name { Identifier: "self" }, Name: var name } => HandlerSources.Contains(name),
        _ => false,
    };

    private Origin OfName(Name name, int depth)
    {
        if (name.Identifier.Length > 1 && name.Identifier.All(c => char.IsUpper(c) || char.IsDigit(c) || c == '_')) return Origin.Constant;
        if (model.GetSymbol(name)?.Resolve() is not { } symbol || symbol.IsImported) return Origin.Unknown;
        if (IsHarmless(name)) return Origin.Safe;
        if (symbol.IsParameter) return IsFromClient(symbol) ? Origin.Input : Origin.Unknown;
        var worst = Origin.Constant;
        foreach (var binding in NearestBindings.Of(name, symbol.Bindings))
            if (OfBinding(binding, depth) is var origin && origin > worst) worst = origin;
        return worst;
    }

    private Origin OfBinding(SyntaxNode binding, int depth) => binding.Parent switch
    {
        Assign assign when assign.Targets.Contains(binding) => Of(assign.Value, depth + 1),
        AnnAssign { Value: { } value } => Of(value, depth + 1),
        AugAssign assign when assign.Target == binding => Of(assign.Value, depth + 1),
        NamedExpression named => Of(named.Value, depth + 1),
        For loop when loop.Target == binding => Of(loop.Iterable, depth + 1),
        Comprehension loop when loop.Target == binding => Of(loop.Iterable, depth + 1),
        _ => Origin.Unknown,
    };

    private Origin OfAttribute(Attribute attribute, int depth)
    {
        if (IsHarmless(attribute) || attribute.Name.All(c => char.IsUpper(c) || c == '_')) return Origin.Safe;
        return attribute.Value is Name { Identifier: "self" or "cls" or "request" or "req" } ? Origin.Unknown : Of(attribute.Value, depth + 1);
    }

    private Origin OfCall(Call call, int depth)
    {
        if (call.Function.LastName() is not { } name) return Origin.Unknown;
        if (Cleaners.Contains(name) || name.StartsWith("validate", StringComparison.Ordinal) || name.StartsWith("sanitize", StringComparison.Ordinal) || name.StartsWith("escape", StringComparison.Ordinal)
            || name.StartsWith("quote", StringComparison.Ordinal)) return Origin.Safe;
        if (IsHarmless(call)) return Origin.Safe;
        if (IsSource(call.Function)) return call.KeywordValue("type") is { } type && Cleaners.Contains(type.LastName() ?? "") ? Origin.Safe : Origin.Input;
        if (name is "str" or "b64decode" or "loads" or "unquote" or "list" or "set" or "dedent" or "sorted" && call.Arguments is [var only, ..]) return Of(only, depth + 1);
        if (call.Function is not Attribute { Value: var receiver }) return Origin.Unknown;
        if (name is "format" or "join") return Worst([receiver, .. call.Arguments, .. call.Keywords.Select(keyword => keyword.Value)], depth);
        if (call.KeywordValue("type") is { } converter && Cleaners.Contains(converter.LastName() ?? "")) return Origin.Safe;
        return name is "get" or "getlist" or "getall" or "getone" or "pop" or "strip" or "lower" or "upper" or "split" or "decode" or "encode" or "read" or "replace" or "items" or "keys" or "to_dict" or "json" or "title"
            ? Of(receiver, depth + 1) : Origin.Unknown;
    }

    private bool IsHarmless(Expression expression)
    {
        if (model.GetType(expression) is not { IsInstance: true } type) return false;
        return Numbers.Contains(type.QualifiedName) || type.Class is { } @class && @class.Bases.Any(Numbers.Contains);
    }

    private bool IsFromClient(Symbol parameter)
    {
        if (parameter.Scope.Node is not FunctionDef function || parameter.Name is "self" or "cls" or "request" or "req" or "session" or "db" or "user" or "current_user" or "response" or "app") return false;
        if (model.GetDeclaredFunction(function) is not { } symbol || FrameworkModel.Of(project).FindHandler(symbol) is not { Role: HandlerRole.Route } handler) return false;
        if (FrameworkModel.Of(project).Routes.Any(route => route.Handler == handler && IsConverted(route.Path, parameter.Name))) return false;
        var node = symbol.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name);
        // `**kwargs` also holds what the route adds by itself.
        if (node is null || node.Kind == ParameterKind.VarKeyword || node.Default is Call supplied && supplied.Function.LastName() is "Depends" or "Security" or "Provide") return false;
        var words = IdentifierWords.Split(parameter.Name);
        if (node.Annotation is null) return handler.Framework.Id is not ("fastapi" or "litestar" or "pyramid") && !words.Exists(word => word is "id" or "pk" or "num" or "count" or "page" or "year" or "month" or "day" or "limit" or "offset");
        return model.GetAnnotatedType(node.Annotation) is { QualifiedName: "builtins.str" or "builtins.list" or "builtins.dict" } || IsText(node.Annotation);
    }

    // `/items/<int:number>`: the framework lets nothing but numbers and identifiers through.
    private static bool IsConverted(string path, string name) =>
        Array.Exists(["int", "float", "uuid", "integer"], converter => path.Contains($"{converter}:{name}>", StringComparison.Ordinal) || path.Contains($"{name}:{converter}>", StringComparison.Ordinal) || path.Contains($"{name}:{converter}}}", StringComparison.Ordinal));

    private static bool IsText(Expression annotation) => annotation switch
    {
        Name name => name.Identifier is "str",
        Constant { StringValue: "str" } => true,
        BinOp union => IsText(union.Left) || IsText(union.Right),
        Subscript { Value: var generic, Index: var index } when generic.LastName() == "Annotated" => index is Python.Syntax.Tuple { Elements: [var type, .. var extra] } && IsText(type) && !extra.Any(item => item is Call call && call.Function.LastName() is "Depends" or "Security"),
        Subscript { Value: var generic, Index: var index } when generic.LastName() is "Optional" or "list" or "List" or "Sequence" => IsText(index),
        _ => false,
    };
}
