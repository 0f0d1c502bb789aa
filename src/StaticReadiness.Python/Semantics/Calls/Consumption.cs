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

    /// <summary>True for a call of a library that answers at once as it stands: a name that is an address already, a future that has finished.</summary>
    public static bool AnswersAtOnce(Call node, string name) => name switch
    {
        "socket.getaddrinfo" => node.Arguments.Concat(node.Keywords.Select(keyword => keyword.Value)).Any(argument => LastName(argument) == "AI_NUMERICHOST"),
        "socket.socket.connect" => IsBesideDatagram(node),
        "concurrent.futures.Future.result" or "concurrent.futures.Future.exception" => node.Function is Syntax.Attribute { Value: Name future } && (IsFromFinished(future) || IsKnownDone(future, node)),
        _ => false,
    };

    // connecting a datagram socket only notes the address
    private static bool IsBesideDatagram(SyntaxNode node)
    {
        while (node is not (FunctionDef or Module) && node.Parent is not null) node = node.Parent;
        return node is FunctionDef && Mentions(node, "SOCK_DGRAM");
    }

    private static bool Mentions(SyntaxNode node, string name) => (node is Expression expression && LastName(expression) == name) || node.ChildNodes().Any(child => Mentions(child, name));

    /// <summary>True for a sleep too short to be felt.</summary>
    public static bool IsShortSleep(Call node, string name) =>
        name == "time.sleep" && node.Arguments is [Constant { ConstantKind: ConstantKind.Integer or ConstantKind.Float, Text: { } text }]
        && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds < 0.01;

    // `for future in as_completed(futures)`, `for future in done`
    private static bool IsFromFinished(Name future)
    {
        for (var node = future.Parent; node is not null and not FunctionDef; node = node.Parent)
        {
            var (target, iterable) = node switch
            {
                For loop => (loop.Target, loop.Iterable),
                ListComp { Generators: [var first, ..] } => (first.Target, first.Iterable),
                _ => (null, null),
            };
            if (target is Name name && name.Identifier == future.Identifier && (iterable is Call call ? LastName(call.Function) : LastName(iterable)) is "as_completed" or "done") return true;
        }

        return false;
    }

    // `if future.done(): future.result()`, and after `while not future.done(): …`
    private static bool IsKnownDone(Name future, Call node)
    {
        SyntaxNode child = node;
        for (var parent = node.Parent; parent is not null && child is not FunctionDef; child = parent, parent = parent.Parent)
        {
            if (parent is If branch && AsksWhetherDone(branch.Test, future)) return true;
            if (parent is FunctionDef definition && definition.Body.Any(statement => statement is While { Test: UnaryOp { Operator: UnaryOperator.Not } test } && statement.End <= node.Start && AsksWhetherDone(test.Operand, future))) return true;
        }

        return false;
    }

    private static bool AsksWhetherDone(Expression test, Name future) =>
        test is Call { Function: Syntax.Attribute { Name: "done", Value: Name tested } } && tested.Identifier == future.Identifier;

    private static string? LastName(Expression? expression) => expression switch
    {
        Name name => name.Identifier,
        Syntax.Attribute attribute => attribute.Name,
        BinOp { Operator: BinaryOperator.BitOr } flags => LastName(flags.Left) == "AI_NUMERICHOST" ? "AI_NUMERICHOST" : LastName(flags.Right),
        _ => null,
    };
}
