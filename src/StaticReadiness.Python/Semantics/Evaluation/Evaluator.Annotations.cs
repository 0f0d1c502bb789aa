using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    /// <summary>A value of the annotated type, or null when the annotation does not settle it.</summary>
    public Value? EvaluateAnnotation(Expression annotation, Scope scope)
    {
        switch (annotation)
        {
            case Constant { ConstantKind: ConstantKind.None }: return Value.None;
            case Constant { StringValue: { } text }: return ParseAnnotation(text) is { } parsed ? EvaluateAnnotation(parsed, scope) : null;
            case BinOp { Operator: BinaryOperator.BitOr } union: return Join(EvaluateAnnotation(union.Left, scope), EvaluateAnnotation(union.Right, scope));
            case Subscript subscript: return EvaluateGeneric(subscript, scope);
            case Name name when GetAlias(name, scope) is { } alias: return alias;
            case Name or Syntax.Attribute: return InstantiateAnnotated(Evaluate(annotation, scope));
            default: return null;
        }
    }

    private Value? InstantiateAnnotated(Value? type) => type switch
    {
        null => null,
        { Kind: ValueKind.External, Name: "typing.Any" or "typing.Self" or "builtins.object" or "typing.Callable" or "collections.abc.Callable" or "typing.Text" } => null,
        { Kind: ValueKind.External, Name: "typing.AnyStr" or "builtins.str" } => Value.Text,
        { Kind: ValueKind.External, Receiver: not null } => null,
        { Kind: ValueKind.External } => Value.OfInstance(knowledge.GetCanonicalName(type.Name)),
        { Kind: ValueKind.Class } => type.Instantiate(),
        _ => null,
    };

    /// <summary>An alias for a type: <c>X = Optional[Y]</c>, <c>type X = …</c>, <c>X: TypeAlias = …</c>.</summary>
    private Value? GetAlias(Name name, Scope scope)
    {
        if (ResolveVariable(name, scope) is not { BindingCount: 1 } symbol) return null;
        var binding = symbol.GetBinding(0);
        var value = binding.Parent switch
        {
            Assign { Targets: [Name] } assign => assign.Value,
            TypeAlias alias when alias.Name == binding => alias.Value,
            _ => binding is AnnAssign declaration && IsTypeAliasMarker(declaration) ? declaration.Value : null,
        };
        if (value is not (Subscript or BinOp or Constant { ConstantKind: ConstantKind.String } or Name or Syntax.Attribute)) return null;
        var context = EvaluationContext.Current;
        if (!context.TryEnter(value, out _)) return null;
        var result = EvaluateAnnotation(value, symbol.Scope);
        context.Exit();
        return result;
    }

    private static bool IsTypeAliasMarker(AnnAssign declaration) =>
        declaration.Annotation is Name { Identifier: "TypeAlias" } or Syntax.Attribute { Name: "TypeAlias" };

    /// <summary><c>x: ClassVar = value</c> and <c>x: Final = value</c> leave the type to the value.</summary>
    private Value? EvaluateBareClassVar(AnnAssign declaration, Scope scope)
    {
        if (declaration.Value is null || Evaluate(declaration.Annotation, scope)?.Name is not ("typing.Final" or "typing.ClassVar" or "typing.Any")) return null;
        return Evaluate(declaration.Value, scope);
    }

    private Value? EvaluateGeneric(Subscript subscript, Scope scope)
    {
        var type = Evaluate(subscript.Value, scope);
        if (type is null || type.Kind is not (ValueKind.External or ValueKind.Class)) return null;
        var arguments = subscript.Index is Syntax.Tuple tuple ? tuple.Elements : [subscript.Index];
        switch (type.Name)
        {
            case "typing.Optional": return EvaluateAnnotation(arguments[0], scope);
            case "typing.Union":
                Value? union = Value.None;
                foreach (var argument in arguments) union = Join(union, EvaluateAnnotation(argument, scope));
                return union;
            case "typing.Annotated":
                var annotated = EvaluateAnnotation(arguments[0], scope);
                return annotated is { Kind: not ValueKind.Union } ? annotated : EvaluateMarkers(arguments, scope) ?? annotated;
            case "typing.ClassVar" or "typing.Final" or "typing.Required" or "typing.NotRequired" or "typing.ReadOnly" or "sqlalchemy.orm.Mapped":
                return EvaluateAnnotation(arguments[0], scope);
            case "typing.Type" or "builtins.type":
                return EvaluateAnnotation(arguments[0], scope) is { IsInstance: true } instance ? instance.Class is not null ? Value.OfClass(instance.Class) : Value.OfClass(instance.Name) : null;
            case "typing.Awaitable" or "collections.abc.Awaitable": return Value.OfCoroutine(EvaluateAnnotation(arguments[0], scope));
            case "typing.Coroutine" or "collections.abc.Coroutine": return Value.OfCoroutine(EvaluateAnnotation(arguments[^1], scope));
            case "typing.Literal": return null;
            case "typing.Callable" or "collections.abc.Callable": return arguments is [_, var result] ? Value.OfInstance("typing.Callable", EvaluateAnnotation(result, scope)) : null;
            case "builtins.tuple" or "typing.Tuple" when arguments is [var element, Constant { ConstantKind: ConstantKind.Ellipsis }]:
                return Value.OfInstance("builtins.tuple", EvaluateAnnotation(element, scope));
        }

        if (type.Class is { } @class) return Value.OfInstance(@class);
        return Value.OfInstance(knowledge.GetCanonicalName(type.Name), [.. arguments.Select(a => EvaluateAnnotation(a, scope))]);
    }

    /// <summary><c>Annotated[Any, Depends(f)]</c>: the dependency tells the type when the annotation does not.</summary>
    private Value? EvaluateMarkers(IReadOnlyList<Expression> arguments, Scope scope)
    {
        for (var i = 1; i < arguments.Count; i++)
            if (EvaluateInjected(arguments[i], scope) is { } injected) return injected;
        return null;
    }

    private static Expression? ParseAnnotation(string text)
    {
        const int longest = 400;
        if (text.Length > longest) return null;
        var tree = SyntaxTree.Parse(SourceText.From(text.Trim()));
        return tree.Diagnostics.IsEmpty && tree.Root.Body is [ExpressionStatement { Value: { } value }] ? value : null;
    }
}
