using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>The coroutine functions that a call of `gather` runs, as far as its own function shows them.</summary>
internal static class GatheredWork
{
    private static readonly HashSet<string> Makers = ["create_task", "ensure_future"];

    /// <summary>What is called to make each awaitable; empty when one of them comes from elsewhere.</summary>
    public static ImmutableArray<Expression> Of(Call gather)
    {
        var works = ImmutableArray.CreateBuilder<Expression>();
        return gather.Arguments.All(argument => Collect(argument, gather, works)) ? works.ToImmutable() : [];
    }

    private static bool Collect(Expression argument, Call gather, ImmutableArray<Expression>.Builder works) => argument switch
    {
        Starred { Value: var several } => CollectSeveral(several, gather, works),
        _ => CollectOne(argument, works),
    };

    private static bool CollectSeveral(Expression several, Call gather, ImmutableArray<Expression>.Builder works) => several switch
    {
        ListComp made => CollectOne(made.Element, works),
        GeneratorExp made => CollectOne(made.Element, works),
        Name variable when gather.EnclosingFunction() is { } function => CollectVariable(variable.Identifier, function, gather, works),
        _ => several.Elements() is { Length: > 0 } elements && elements.All(element => CollectOne(element, works)),
    };

    // `tasks = [work(item) for item in items]`, or `tasks.append(work(item))`.
    private static bool CollectVariable(string name, FunctionDef function, Call gather, ImmutableArray<Expression>.Builder works)
    {
        var before = works.Count;
        foreach (var node in function.Body.DescendantsInScope().Where(node => node.Start < gather.Start))
        {
            var found = node switch
            {
                Assign { Targets: [Name target], Value: ListComp or List or Python.Syntax.Tuple } assign when target.Identifier == name && assign.Value.Elements() is not { Length: 0 } => CollectSeveral(assign.Value, gather, works),
                Call { Function: Attribute { Name: "append" or "add", Value: Name owner }, Arguments: [var item] } when owner.Identifier == name => CollectOne(item, works),
                _ => true,
            };
            if (!found) return false;
        }

        return works.Count > before;
    }

    private static bool CollectOne(Expression made, ImmutableArray<Expression>.Builder works)
    {
        if (made is not Call call) return false;
        if (call.Function.LastName() is { } maker && Makers.Contains(maker)) return call.Arguments is [Call inner, ..] && CollectOne(inner, works);
        works.Add(call.Function);
        return true;
    }
}
