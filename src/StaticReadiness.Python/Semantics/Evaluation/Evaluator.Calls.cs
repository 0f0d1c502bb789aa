using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    private Value? EvaluateCall(Call call, Scope scope)
    {
        if (call.Function is Name { Identifier: "super" } && call.Arguments.IsEmpty && FindClass(scope) is { } @class) return Value.OfSuper(@class, GetSelf(scope));
        return Evaluate(call.Function, scope) is { } callee ? GetCallResult(callee, call, scope) : null;
    }

    /// <summary>What calling a value gives.</summary>
    private Value? GetCallResult(Value callee, Call? call, Scope scope)
    {
        switch (callee.Kind)
        {
            case ValueKind.Class:
                return callee.Instantiate();
            case ValueKind.Function when callee.Function is { } function:
                return GetCallResult(function, callee.Receiver);
            case ValueKind.Partial:
                return callee.GetArgument(0) is { } inner ? GetPartialResult(callee, inner, scope) : null;
            case ValueKind.Instance:
                return GetMember(callee, "__call__", scope) is { Kind: ValueKind.Function or ValueKind.External } method ? GetCallResult(method, call, scope) : null;
            case ValueKind.External:
                return GetExternalResult(callee, call, scope);
            case ValueKind.Union:
                return Distribute(callee, alternative => GetCallResult(alternative, call, scope));
            default:
                return null;
        }
    }

    private Value? GetPartialResult(Value partial, Value inner, Scope scope)
    {
        var result = GetCallResult(inner, call: null, scope);
        // a wrapper such as sync_to_async(f) makes f awaitable
        return partial.Name == "functools.partial" ? result : Value.OfCoroutine(result);
    }

    private Value? GetExternalResult(Value callee, Call? call, Scope scope)
    {
        var name = callee.Name;
        switch (name)
        {
            case "builtins.type" when call is { Arguments: [var argument] }:
                return Evaluate(argument, scope) is { IsInstance: true } instance ? instance.Class is not null ? Value.OfClass(instance.Class) : Value.OfClass(instance.Name) : null;
            case "builtins.getattr" when call is { Arguments: [var target, Constant { StringValue: { } attribute }, ..] }:
                return Evaluate(target, scope) is { } owner ? GetMember(owner, attribute, scope) : null;
            case "typing.cast" when call is { Arguments: [var type, _] }:
                return EvaluateAnnotation(type, scope);
            // a new type is the old one to everything that reads its members
            case "typing.NewType" when call is { Arguments: [_, var original] }:
                return Evaluate(original, scope) is { Kind: ValueKind.Class or ValueKind.External } made ? made : null;
            case "typing.NewType" or "typing.TypeVar" or "typing.ParamSpec" or "collections.namedtuple" or "typing.NamedTuple" or "typing.TypedDict" or "builtins.super":
                return null;
        }

        if (knowledge.FindOffload(name) is { Form: OffloadForm.Wrapper } wrapper && call is not null && GetArgument(call, wrapper.Argument) is { } wrapped) return Value.OfPartial(Evaluate(wrapped, scope), name);
        if (knowledge.FindReturn(name) is { } type1) return Apply(type1, callee.Receiver, call, scope);
        return IsLibraryClass(callee) ? Value.OfInstance(name) : null;
    }

    /// <summary>A class the tables list, or a name that PEP 8 reserves for classes.</summary>
    private bool IsLibraryClass(Value value)
    {
        if (value.Receiver is not null) return false;
        if (knowledge.IsClass(value.Name)) return true;
        var last = value.Name.AsSpan(value.Name.LastIndexOf('.') + 1);
        if (last.Length < 2 || !char.IsAsciiLetterUpper(last[0])) return false;
        foreach (var c in last)
            if (char.IsAsciiLetterLower(c)) return true;
        return false;
    }

    /// <summary>The value a type expression of the knowledge tables stands for at one call.</summary>
    private Value? Apply(TypeExpression type, Value? receiver, Call? call, Scope? scope)
    {
        switch (type.Kind)
        {
            case TypeExpressionKind.Class: return Value.OfInstance(type.Name, ApplyAll(type.Arguments, receiver, call, scope));
            case TypeExpressionKind.ClassObject: return Value.OfClass(type.Name);
            case TypeExpressionKind.Coroutine: return Value.OfCoroutine(Apply(type.Arguments[0], receiver, call, scope));
            case TypeExpressionKind.Receiver: return receiver is { Kind: ValueKind.Class or ValueKind.External } ? receiver.Instantiate() : receiver;
            case TypeExpressionKind.ReceiverArgument: return receiver?.GetArgument(type.Index);
        }

        if (call is null || scope is null || GetArgument(call, type.Index) is not { } expression) return null;
        var argument = Evaluate(expression, scope);
        return type.Kind switch
        {
            TypeExpressionKind.Argument => argument,
            TypeExpressionKind.Instance => argument?.Instantiate(),
            TypeExpressionKind.Awaited => GetAwaited(argument),
            TypeExpressionKind.Element => GetElement(argument),
            TypeExpressionKind.Called => argument is null ? null : GetCallResult(argument, call: null, scope),
            TypeExpressionKind.Partial => Value.OfPartial(argument, "functools.partial"),
            _ => null,
        };
    }

    private ImmutableArray<Value?> ApplyAll(ImmutableArray<TypeExpression> types, Value? receiver, Call? call, Scope? scope)
    {
        if (types.IsEmpty) return [];
        var values = ImmutableArray.CreateBuilder<Value?>(types.Length);
        foreach (var type in types) values.Add(Apply(type, receiver, call, scope));
        return values.MoveToImmutable();
    }

    /// <summary>The positional argument at an index, or null; -1 asks for the keyword <c>key</c>.</summary>
    internal static Expression? GetArgument(Call call, int index)
    {
        if (index < 0)
        {
            foreach (var keyword in call.Keywords)
                if (keyword.Name == "key") return keyword.Value;
            return null;
        }

        for (var i = 0; i <= index && i < call.Arguments.Length; i++)
            if (call.Arguments[i] is Starred) return null;
        return index < call.Arguments.Length ? call.Arguments[index] : null;
    }

    private Value? GetSelf(Scope scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at.Declared is not FunctionSymbol { ContainingClass: { } @class } method) continue;
            return method.IsClassMethod || method.Name == "__new__" ? Value.OfClass(@class) : Value.OfInstance(@class);
        }

        return null;
    }
}
