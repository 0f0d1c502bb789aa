using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Decides which function a call runs.</summary>
internal static class CallResolver
{
    public static ResolvedCall Resolve(Evaluator evaluator, Call call, Scope scope) =>
        evaluator.Evaluate(call.Function, scope) is { } callee ? Resolve(evaluator, callee, scope) : default;

    public static ResolvedCall Resolve(Evaluator evaluator, Value callee, Scope scope)
    {
        switch (callee.Kind)
        {
            case ValueKind.Function:
                return new(callee.Function, callee.Name, null);
            case ValueKind.Class:
                var constructor = callee.Class?.FindMethod("__init__") ?? callee.Class?.FindMethod("__post_init__");
                return new(constructor, callee.Name, null);
            case ValueKind.Partial when callee.GetArgument(0) is { } inner:
                var resolved = Resolve(evaluator, inner, scope);
                return callee.Name == "functools.partial" ? resolved : resolved with { Wrapper = callee.Name };
            case ValueKind.Instance when evaluator.GetMember(callee, "__call__", scope) is { Kind: ValueKind.Function or ValueKind.External } method:
                return new(method.Function, method.Name, null);
            case ValueKind.External:
                return new(null, callee.Name, null);
            default:
                return default;
        }
    }
}
