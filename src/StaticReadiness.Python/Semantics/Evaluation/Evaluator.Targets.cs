using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    /// <summary>The value that reaches a target of an assignment, loop, with item or walrus.</summary>
    private Value? EvaluateTarget(Expression target, Scope scope)
    {
        switch (target.Parent)
        {
            case Assign assign: return Evaluate(assign.Value, scope);
            case AugAssign: return Value.None;
            case AnnAssign declaration: return EvaluateAnnotation(declaration.Annotation, scope);
            case NamedExpression named: return Evaluate(named.Value, scope);
            case For loop when loop.Target == target: return GetElement(Evaluate(loop.Iterable, scope));
            case WithItem item: return GetEntered(Evaluate(item.Value, scope), item.Parent is With { IsAsync: true }, scope);
            case Comprehension comprehension: return EvaluateComprehensionTarget(comprehension, scope);
            case TypeAlias: return null;
            case Syntax.Tuple tuple: return Unpack(tuple, tuple.Elements, target, scope);
            case List list: return Unpack(list, list.Elements, target, scope);
            case Starred starred: return EvaluateTarget(starred, scope) is { } rest ? Value.OfInstance("builtins.list", GetElement(rest)) : null;
            default: return null;
        }
    }

    private Value? EvaluateComprehensionTarget(Comprehension comprehension, Scope scope)
    {
        // the first iterable is evaluated outside the comprehension's scope (language reference §6.2.4)
        var isOutermost = comprehension.Parent?.FirstGenerator() == comprehension;
        return GetElement(Evaluate(comprehension.Iterable, isOutermost && scope.IsComprehension ? scope.Parent! : scope));
    }

    private Value? Unpack(Expression pattern, ImmutableArray<Expression> elements, Expression target, Scope scope)
    {
        var index = elements.IndexOf(target);
        if (elements.Any(e => e is Starred))
        {
            // where in a tuple the rest begins is not followed
            if (EvaluateTarget(pattern, scope) is not { IsInstance: true, Name: not "builtins.tuple" } rest) return null;
            return target is Starred ? Value.OfInstance("builtins.list", GetElement(rest)) : GetElement(rest);
        }

        // `a, b = x, y` pairs the sides without making the tuple
        if (pattern.Parent is Assign { Value: Syntax.Tuple values } && values.Elements.Length == elements.Length) return Evaluate(values.Elements[index], scope);
        var whole = EvaluateTarget(pattern, scope);
        if (whole is not { IsInstance: true }) return null;
        if (whole.Name == "builtins.tuple" && whole.Arguments.Length == elements.Length) return whole.Arguments[index];
        return whole.Name == "builtins.tuple" ? null : GetElement(whole);
    }

    /// <summary>What iterating over a value gives.</summary>
    public Value? GetElement(Value? iterable)
    {
        iterable = GetObject(iterable);
        if (iterable?.Kind == ValueKind.Union) return Distribute(iterable, GetElement);
        if (iterable is not { IsInstance: true }) return null;
        if (iterable.Name is "builtins.str") return iterable;
        if (iterable.Name is "builtins.tuple") return iterable.Arguments.IsEmpty ? null : iterable.Arguments.Aggregate((Value?)Value.None, Join);
        if (iterable.Class is { } @class)
        {
            var iterator = @class.FindMethod("__iter__") is { } iterate ? GetReturn(iterate, iterable) : null;
            if (iterator?.Class is not { } iteratorClass) return GetElement(iterator);
            return iteratorClass.FindMethod("__next__") is { } next ? GetReturn(next, iterator) : null;
        }

        return knowledge.FindElement(iterable.Name) is { } element ? Apply(element, iterable, call: null, scope: null) : null;
    }

    /// <summary>The object behind a library's attribute or variable whose type is known; other values as they are.</summary>
    private Value? GetObject(Value? value) =>
        value is { Kind: ValueKind.External } && knowledge.FindAttribute(value.Name) is { } type ? Apply(type, value.Receiver, call: null, scope: null) : value;

    /// <summary>What <c>with x as y</c> binds to <c>y</c> (language reference §8.5).</summary>
    private Value? GetEntered(Value? manager, bool isAsync, Scope scope)
    {
        manager = GetObject(manager);
        if (manager?.Kind == ValueKind.Union) return Distribute(manager, alternative => GetEntered(alternative, isAsync, scope));
        if (manager is not { IsInstance: true }) return null;
        var method = isAsync ? "__aenter__" : "__enter__";
        var result = GetMember(manager, method, scope) switch
        {
            { Kind: ValueKind.External } member when knowledge.FindReturn(member.Name) is { } entered => Apply(entered, manager, call: null, scope: null),
            { Function: { } function } => GetCallResult(function, manager),
            _ => null,
        };
        return result?.Kind == ValueKind.Coroutine ? result.GetArgument(0) : result;
    }

    private Value? EvaluateSubscript(Subscript subscript, Scope scope) => GetItem(GetObject(Evaluate(subscript.Value, scope)), subscript);

    private Value? GetItem(Value? owner, Subscript subscript)
    {
        if (owner is null) return null;
        if (owner.Kind == ValueKind.Union) return Distribute(owner, alternative => GetItem(alternative, subscript));
        if (owner.Kind is ValueKind.Class or ValueKind.External && !IsLibraryInstance(owner)) return owner;
        if (!owner.IsInstance) return null;
        if (subscript.Index is Slice) return owner.Name is "builtins.list" or "builtins.str" or "builtins.bytes" ? owner : null;
        switch (owner.Name)
        {
            case "builtins.tuple":
                if (subscript.Index is Constant { ConstantKind: ConstantKind.Integer, Text: { } digits } && int.TryParse(digits, out var index)) return owner.GetArgument(index);
                return GetElement(owner);
            case "builtins.dict" or "collections.defaultdict" or "collections.OrderedDict":
                return owner.GetArgument(1);
            default:
                if (owner.Class?.FindMethod("__getitem__") is { } getter) return GetReturn(getter, owner);
                if (knowledge.FindReturn(owner.Name, "__getitem__") is { } item) return Apply(item, owner, call: null, scope: null);
                return owner.Name is "builtins.list" or "collections.deque" ? owner.GetArgument(0) : null;
        }
    }

    private static bool IsLibraryInstance(Value value) => value.Receiver is { IsInstance: true };
}
