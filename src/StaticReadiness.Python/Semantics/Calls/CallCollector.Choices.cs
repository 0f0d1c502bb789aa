using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <content>Calls that run one of several functions.</content>
internal sealed partial class CallCollector
{
    /// <summary>True when a method was taken from an object, whose class may put another in its place; not for <c>super().m</c> and <c>Base.m</c>.</summary>
    private static bool IsOnObject(Value callee, Expression expression) =>
        callee.Receiver is { IsInstance: true } && expression is not Syntax.Attribute { Value: Call { Function: Name { Identifier: "super" } } };

    /// <summary>
    /// A method that classes of the project override runs, or one of theirs does. Of an abstract one its own body, if it has one, waits for <c>super()</c>.
    /// False when the method alone can be meant.
    /// </summary>
    private bool TryAddOverridden(Call node, FunctionSymbol method)
    {
        var overrides = compilation.Overrides.Find(method);
        // coroutines answer for themselves: which of them it is matters only where one alone can be meant
        if (method.IsAsync && (overrides.Length != 1 || !method.IsAbstract)) return false;
        if (!method.IsAbstract) overrides = overrides.IsEmpty ? overrides : overrides.Insert(0, method);
        if (!overrides.IsEmpty && TryAddChoice(node, [.. overrides.Select(candidate => new ResolvedCall(candidate, candidate.QualifiedName, null))])) return true;
        return method.IsAbstract && !AbstractMethods.IsStub(method.Definition!);
    }

    /// <summary>Adds what runs when one of several functions is called; false when they do not all run in place or one is unknown.</summary>
    private bool TryAddChoice(Call node, ImmutableArray<ResolvedCall> calls)
    {
        if (calls is [{ Function: { } only, Name: { } name, Wrapper: null }])
        {
            AddCall(node, only, name, wrapper: null);
            return true;
        }

        var isAwaited = IsAwaited(node);
        var choice = new CallSite[calls.Length];
        for (var i = 0; i < choice.Length; i++)
        {
            if (GetAlternative(node, calls[i], isAwaited) is not { } site) return false;
            choice[i] = site;
        }

        // of library calls that do the same the lightest is sure
        if (choice.All(site => site.Effect is { } effect && effect.Kind == choice[0].Effect!.Kind)) AddLibraryCall(node, choice.MinBy(site => site.Effect!.Weight)!.CalleeName);
        else sites.AddRange(choice);
        return true;
    }

    private CallSite? GetAlternative(Call node, ResolvedCall call, bool isAwaited) => call switch
    {
        { Wrapper: not null } or { Name: null } => null,
        { Function: { } function } => GetMode(node, function, null, isAwaited) == CallMode.Direct ? new CallSite(caller, node, function, call.Name, null, CallMode.Dispatch) : null,
        _ when isAwaited || Consumption.AnswersAtOnce(node, call.Name) => null,
        _ => compilation.Knowledge.FindEffect(call.Name) is { } effect ? new CallSite(caller, node, null, call.Name, effect, CallMode.Dispatch) : null,
    };
}
