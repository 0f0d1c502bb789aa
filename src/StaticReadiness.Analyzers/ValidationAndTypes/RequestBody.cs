using System.Collections.Frozen;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>What one handler does with the body of the request it answers.</summary>
internal sealed class RequestBody
{
    private const int Deepest = 8;

    private static readonly FrozenDictionary<string, (string Kind, FrozenSet<string> Frameworks)> Accessors =
        EmbeddedTable.Read("request-bodies.tsv").ToFrozenDictionary(row => row[0], row => (row[1], row[2].Split(' ').ToFrozenSet()));

    private static readonly FrozenSet<string> Readers = FrozenSet.Create("get", "pop", "getlist", "getone", "getall", "setdefault");

    private readonly SemanticModel model;
    private readonly Framework framework;

    private RequestBody(FunctionDef definition, SemanticModel model, Framework framework)
    {
        Definition = definition;
        this.model = model;
        this.framework = framework;
        Nodes = [.. definition.Body.DescendantsInScope()];
    }

    public FunctionDef Definition { get; }

    /// <summary>The nodes that run with the handler, in order of the source.</summary>
    public IReadOnlyList<SyntaxNode> Nodes { get; }

    /// <summary>Where the handler first asks for the body, and what kind it takes it for; null when it never does.</summary>
    public (Expression Place, string Kind)? Source { get; private set; }

    /// <summary>Whether a schema of any sort is at work in the handler: then it may have seen the body.</summary>
    public bool IsValidated { get; private set; }

    public static RequestBody Read(FunctionSymbol function, Framework framework, SemanticModel model)
    {
        var body = new RequestBody(function.Definition!, model, framework);
        foreach (var node in body.Nodes.OfType<Expression>())
            if (body.KindOf(node) is { } kind)
            {
                body.Source = (node, kind);
                break;
            }

        if (body.Source is null && framework.Id is "fastapi" && function.Parameters.FirstOrDefault(IsOpaque) is { Annotation: { } annotation }) body.Source = (annotation, "JSON");
        if (body.Source is null) return body;
        body.IsValidated = function.Definition!.Decorators.Any(Schemas.IsInputDecorator)
            || (function.ContainingClass?.Node.Decorators.Any(Schemas.IsInputDecorator) ?? false)
            || body.Nodes.OfType<Call>().Any(call => Schemas.Validates(call, model) && !body.IsAnswer(call));
        return body;
    }

    /// <summary>Whether an expression is the body as the client sent it, also through variables, copies and <c>or {}</c>.</summary>
    public bool IsBody(Expression expression) => IsBody(expression, 0);

    /// <summary>The name of the value that an expression takes out of the body: <c>data["name"]</c>, <c>data.get("name")</c>; null for anything else.</summary>
    public string? KeyOf(SyntaxNode node) => node switch
    {
        Subscript { Index: Constant { StringValue: { } key }, Value: var body, Context: ExpressionContext.Load } when IsBody(body) => key,
        Call { Function: Attribute { Value: var body, Name: var reader }, Arguments: [Constant { StringValue: { } key }, ..] } when Readers.Contains(reader) && IsBody(body) => key,
        _ => null,
    };

    // `UserSerializer(user)`, `UserSchema(many=True)`, `user_schema.dump(user)` shape what goes out.
    private bool IsAnswer(Call call)
    {
        if (call.Function.LastName() is not { } name || call.Arguments.Any(IsBody)) return false;
        if (call.Function is Attribute && name is "dump" or "dumps" or "jsonify" or "model_dump") return true;
        if (name.EndsWith("erializer", StringComparison.Ordinal)) return call.Arguments.Length <= 1 && call.KeywordValue("data") is null && call.Keywords.All(keyword => keyword.Name is not null);
        return name.EndsWith("Schema", StringComparison.Ordinal) && call.Arguments.IsEmpty && call.Keywords.All(keyword => keyword.Name is "many" or "only" or "exclude" or "context");
    }

    private bool IsBody(Expression expression, int depth)
    {
        if (depth > Deepest) return false;
        if (KindOf(expression) is { } kind) return kind != "bytes";
        return expression switch
        {
            Await wait => IsBody(wait.Value, depth + 1),
            BoolOp { Values: [var first, ..] } => IsBody(first, depth + 1),
            NamedExpression named => IsBody(named.Value, depth + 1),
            Name name => IsBodyVariable(name, depth),
            Call call => IsBodyCopy(call, depth),
            _ => false,
        };
    }

    private bool IsBodyCopy(Call call, int depth) => call.Function switch
    {
        Attribute { Name: "copy" or "to_dict" or "dict" or "items", Value: var receiver } when call.Arguments.IsEmpty => IsBody(receiver, depth + 1),
        Attribute { Name: "loads" or "decode" } when call.Arguments is [var text, ..] => IsBodyText(text, depth + 1),
        Name { Identifier: "dict" or "OrderedDict" } when call.Arguments is [var only] && call.Keywords.IsEmpty => IsBody(only, depth + 1),
        _ => false,
    };

    // json.loads(request.body), json.loads(self.request.body.decode()), json.loads(await request.body())
    private bool IsBodyText(Expression text, int depth) => depth <= Deepest && text switch
    {
        Await wait => IsBodyText(wait.Value, depth + 1),
        Call { Function: Attribute { Name: "decode", Value: var inner } } => IsBodyText(inner, depth + 1),
        Name name => model.ValueOf(name) is var value && value != name && IsBodyText(value, depth + 1),
        _ => IsRequestMember(text is Call call ? call.Function : text, "body", "data", "get_data"),
    };

    private bool IsBodyVariable(Name name, int depth)
    {
        if (model.GetSymbol(name) is not { } symbol) return false;
        if (symbol.IsParameter) return framework.Id is "fastapi" && symbol.Bindings.Any(binding => binding is Parameter { Annotation: { } annotation } && IsDictionary(annotation)) && symbol.Scope.Node == Definition;
        return symbol.Bindings.Any(binding => binding.Parent switch
        {
            Assign assign when assign.Targets.Contains(binding) => IsBody(assign.Value, depth + 1),
            AnnAssign { Value: { } value } => IsBody(value, depth + 1),
            NamedExpression named => IsBody(named.Value, depth + 1),
            _ => false,
        });
    }

    private string? KindOf(Expression expression)
    {
        var member = expression is Call { Function: Attribute called } ? called : expression as Attribute;
        if (member is null || !Accessors.TryGetValue(member.Name, out var accessor) || !accessor.Frameworks.Contains(framework.Id) || !IsRequest(member.Value)) return null;
        if (expression is Attribute && expression.Parent is Call { Function: var function } && function == expression) return null;
        return member.Name == "body" ? "bytes" : accessor.Kind;
    }

    private static bool IsRequestMember(Expression expression, params ReadOnlySpan<string> names) =>
        expression is Attribute member && names.Contains(member.Name) && IsRequest(member.Value);

    private static bool IsRequest(Expression expression) => expression.LastName() is "request" or "req"
        && expression is Name or Attribute { Value: Name { Identifier: "self" or "flask" or "bottle" or "cherrypy" or "quart" } };

    private static bool IsOpaque(ParameterSymbol parameter) => parameter.Annotation is { } annotation && IsDictionary(annotation)
        && (parameter.Default is not Call supplied || supplied.Function.LastName() is "Body");

    private static bool IsDictionary(Expression annotation) => annotation switch
    {
        Name { Identifier: "dict" or "Dict" } => true,
        Subscript { Value: var generic } => generic.LastName() is "dict" or "Dict" or "Mapping",
        _ => false,
    };
}
