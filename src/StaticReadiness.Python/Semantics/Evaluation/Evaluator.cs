using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Works out what expressions refer to and which types they have, on demand; unknown stays unknown.</summary>
internal sealed partial class Evaluator(Compilation compilation)
{
    private readonly LibraryKnowledge knowledge = compilation.Knowledge;

    /// <summary>The value of an expression, or null when it is unknown.</summary>
    /// <param name="expression">An expression.</param>
    /// <param name="scope">The scope it is evaluated in.</param>
    public Value? Evaluate(Expression expression, Scope scope)
    {
        // a sum of thousands of terms nests as deep; what it is worth is not
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return null;
        switch (expression)
        {
            case Name name: return EvaluateName(name, scope);
            case Syntax.Attribute attribute: return EvaluateAttribute(attribute, scope);
            case Call call: return EvaluateCall(call, scope);
            case Await wait: return GetAwaited(Evaluate(wait.Value, scope));
            case Constant constant: return EvaluateConstant(constant);
            case JoinedStr: return Value.Text;
            case Compare: return Value.Truth;
            case UnaryOp { Operator: UnaryOperator.Not }: return Value.Truth;
            case NamedExpression named: return Evaluate(named.Value, scope);
            case IfExp choice: return Join(Evaluate(choice.Body, scope), Evaluate(choice.OrElse, scope));
            case BoolOp logic: return EvaluateBoolOp(logic, scope);
            case BinOp operation: return EvaluateBinOp(operation, scope);
            case Subscript subscript: return EvaluateSubscript(subscript, scope);
            case Lambda: return scope.Root.Declared is ModuleSymbol module && module.SymbolTable.GetScope(expression)?.Declared is FunctionSymbol function ? Value.OfFunction(function) : null;
            case List list: return Value.OfInstance("builtins.list", JoinAll(list.Elements, scope));
            case Set set: return Value.OfInstance("builtins.set", JoinAll(set.Elements, scope));
            case Syntax.Tuple tuple: return EvaluateTuple(tuple, scope);
            case Dict dict: return Value.OfInstance("builtins.dict", JoinAll(dict.Keys, scope), JoinAll(dict.Values, scope));
            case ListComp or SetComp or DictComp or GeneratorExp: return EvaluateComprehension(expression, scope);
            default: return null;
        }
    }

    // apart from its caller, which would make an object for this lambda whatever the expression
    private Value EvaluateTuple(Syntax.Tuple tuple, Scope scope) => Value.OfInstance("builtins.tuple", [.. tuple.Elements.Select(element => Evaluate(element, scope))]);

    private static Value? EvaluateConstant(Constant constant) => constant.ConstantKind switch
    {
        ConstantKind.None => Value.None,
        ConstantKind.True or ConstantKind.False => Value.Truth,
        ConstantKind.String => Value.Text,
        ConstantKind.Bytes => Value.Bytes,
        ConstantKind.Integer => Value.Integer,
        ConstantKind.Float => Value.Real,
        _ => null,
    };

    private Value? EvaluateBoolOp(BoolOp operation, Scope scope)
    {
        if (operation.Operator == BoolOperator.And) return Evaluate(operation.Values[^1], scope);
        var result = Evaluate(operation.Values[0], scope);
        for (var i = 1; i < operation.Values.Length; i++) result = Join(result, Evaluate(operation.Values[i], scope));
        return result;
    }

    private Value? EvaluateBinOp(BinOp operation, Scope scope)
    {
        var left = GetObject(Evaluate(operation.Left, scope));
        if (left is not { IsInstance: true }) return null;
        return operation.Operator switch
        {
            BinaryOperator.Mod when left.Name is "builtins.str" or "builtins.bytes" => left,
            BinaryOperator.Add when left.Name is "builtins.str" or "builtins.bytes" => left,
            BinaryOperator.Add when left.Name == "builtins.list" => Join(left, Evaluate(operation.Right, scope)),
            BinaryOperator.Div when knowledge.IsSubclassOf(left.Name, "pathlib.PurePath") => left,
            _ => null,
        };
    }

    private Value? EvaluateComprehension(Expression comprehension, Scope scope)
    {
        if (scope.Root.Declared is not ModuleSymbol module || module.SymbolTable.GetScope(comprehension) is not { } inner) return null;
        return comprehension switch
        {
            ListComp list => Value.OfInstance("builtins.list", Evaluate(list.Element, inner)),
            SetComp set => Value.OfInstance("builtins.set", Evaluate(set.Element, inner)),
            GeneratorExp generator => Value.OfInstance("typing.Generator", Evaluate(generator.Element, inner)),
            DictComp dict => Value.OfInstance("builtins.dict", Evaluate(dict.Key, inner), Evaluate(dict.Value, inner)),
            _ => null,
        };
    }

    private Value? JoinAll<T>(ImmutableArray<T> elements, Scope scope) where T : Expression?
    {
        // a long literal is data: its first elements tell the type
        const int enough = 32;
        Value? result = Value.None;
        for (var i = 0; i < elements.Length && i < enough; i++)
        {
            // a hole in a dict display's keys stands for ** and makes the element type unknown
            if (elements[i] is not { } element || element is Starred) return null;
            result = Join(result, Evaluate(element, scope));
            if (result is null) return null;
        }

        return result;
    }

    /// <summary>What two possible values have in common: None gives way, a base class takes its subclass, other instances make a union, everything else must agree.</summary>
    public Value? Join(Value? left, Value? right)
    {
        if (left is null || right is null) return null;
        if (left.Kind == ValueKind.None) return right;
        if (right.Kind == ValueKind.None || ReferenceEquals(left, right)) return left;
        if (Value.AreEqual(left, right)) return left;
        if (left.Kind == ValueKind.Union || right.Kind == ValueKind.Union) return Unite(left, right);
        if (left.Kind != right.Kind) return null;
        if (left.Kind == ValueKind.Coroutine) return Join(left.GetArgument(0), right.GetArgument(0)) is { } result ? Value.OfCoroutine(result) : null;
        return left.Kind == ValueKind.Instance ? JoinRelated(left, right) ?? Unite(left, right) : null;
    }

    /// <summary>What two instances of one class, or of a class and its base, have in common; null for others.</summary>
    private Value? JoinRelated(Value left, Value right)
    {
        if (left.Name == right.Name && left.Class == right.Class) return JoinArguments(left, right);
        if (IsSubclass(left, right.Name)) return right;
        return IsSubclass(right, left.Name) ? left : null;
    }

    private Value JoinArguments(Value left, Value right)
    {
        if (left.Class is not null) return left;
        var count = Math.Min(left.Arguments.Length, right.Arguments.Length);
        if (left.Name == "builtins.tuple" && left.Arguments.Length != right.Arguments.Length) return Value.OfInstance(left.Name);
        var arguments = ImmutableArray.CreateBuilder<Value?>(count);
        for (var i = 0; i < count; i++) arguments.Add(Join(left.Arguments[i], right.Arguments[i]));
        return Value.OfInstance(left.Name, arguments.ToImmutable());
    }

    private bool IsSubclass(Value instance, string baseName) =>
        instance.Class is not null ? instance.Class.IsSubclassOf(baseName) : knowledge.IsSubclassOf(instance.Name, baseName);

    /// <summary>What awaiting a value gives.</summary>
    private Value? GetAwaited(Value? value)
    {
        value = GetObject(value);
        if (value is null) return null;
        if (value.Kind == ValueKind.Coroutine) return value.GetArgument(0);
        if (value.Kind == ValueKind.Union) return Distribute(value, GetAwaited);
        return value.IsInstance && knowledge.FindReturn(value.Name, "__await__") is { } result ? Apply(result, value, call: null, scope: null) : null;
    }
}
