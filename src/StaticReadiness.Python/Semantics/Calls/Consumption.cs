using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>What the surroundings of a call say about whether its code runs on the spot and may wait.</summary>
internal static class Consumption
{
    private static readonly HashSet<string> Consumers = new(StringComparer.Ordinal)
    {
        "list", "tuple", "set", "frozenset", "dict", "sorted", "sum", "min", "max", "any", "all", "next", "enumerate", "zip", "map", "filter", "len",
    };

    /// <summary>True when the generator that a call makes is run where it stands; one that is kept or handed on may never run, or run elsewhere.</summary>
    public static bool IsConsumed(Call node) => node.Parent switch
    {
        For loop => loop.Iterable == node,
        Comprehension comprehension => comprehension.Iterable == node,
        Starred or YieldFrom or WithItem => true,
        Call { Function: Name { Identifier: var name } } => Consumers.Contains(name),
        Call { Function: Syntax.Attribute { Name: "join" or "extend" or "enter_context" } } => true,
        _ => false,
    };

    /// <summary>True for <c>lock.acquire(blocking=False)</c>, <c>queue.get(False)</c>, <c>join(timeout=0)</c> and their like.</summary>
    public static bool AsksNotToWait(Call node)
    {
        if (node.Arguments is [Constant { ConstantKind: ConstantKind.False }, ..]) return true;
        foreach (var keyword in node.Keywords)
        {
            if (keyword is { Name: "block" or "blocking", Value: Constant { ConstantKind: ConstantKind.False } }) return true;
            if (keyword is { Name: "timeout", Value: Constant { ConstantKind: ConstantKind.Integer, Text: "0" } }) return true;
        }

        return false;
    }
}
