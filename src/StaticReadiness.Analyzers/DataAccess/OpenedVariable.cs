using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>What becomes of a variable that a function opens a connection into.</summary>
internal sealed class OpenedVariable(string name, FunctionDef function, SyntaxNode opening)
{
    /// <summary>What is said of a connection that has no closing call at all.</summary>
    public const string Never = "nothing closes";

    private static readonly HashSet<string> Closers = ["close", "aclose", "close_all", "remove", "release", "disconnect", "dispose", "terminate", "putconn"];

    private readonly List<SyntaxNode> nodes = [.. function.Body.DescendantsInScope()];

    /// <summary>How it is left open, as it reads in a message; null when it is closed whatever happens, or may be closed by someone else.</summary>
    public string? Fault
    {
        get
        {
            if (nodes.Exists(IsEntered) || nodes.Exists(GoesElsewhere) || IsSeenInside()) return null;
            // What was closed before belongs to an earlier one, unless a loop comes round again.
            var closings = nodes.Where(node => (node.Start > opening.Start || opening.Ancestors().Any(outer => outer is While or For)) && IsClosed(node)).ToList();
            // dishka hands an exception in as what `yield` gives; what follows runs in any case.
            if (closings.Count > 0 && nodes.Exists(node => node is Yield) && function.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName() == "provide")) return null;
            if (closings.Count == 0) return Never;
            return closings.Exists(RunsAnyway) || closings.TrueForAll(IsNext) ? null : "is closed only when nothing fails";
        }
    }

    private bool Is(SyntaxNode? node) => node is Name given && given.Identifier == name;

    private bool IsClosed(SyntaxNode node) => node is Call call
        && (call.Function is Attribute { Name: var method, Value: var owner } && Closers.Contains(method) && Is(owner) || call.Arguments.Any(Is) && call.Function.LastName() is { } closer && IdentifierWords.Split(closer).Exists(word => word is "close" or "release" or "putconn" or "dispose" or "cleanup"));

    // In `finally`, or in both the handler and what follows it.
    private static bool RunsAnyway(SyntaxNode closing)
    {
        foreach (var (node, parent) in closing.WithParents())
        {
            if (parent is Try attempt && node is Statement statement && attempt.FinalBody.Contains(statement)) return true;
            if (parent is ExceptHandler) return true;
        }

        return false;
    }

    // Between the two nothing happens that could fail: an attempt whether the database answers.
    private bool IsNext(SyntaxNode closing) =>
        nodes.Where(node => node.Start > opening.End && node.End < closing.Start).All(node => node is not (Call or Yield or YieldFrom or Await) || node is Call call && call.Function is Name { Identifier: "print" } or Attribute { Value: Name { Identifier: "logger" or "log" or "logging" or "LOGGER" } });

    private bool IsEntered(SyntaxNode node) => node switch
    {
        WithItem item => item.Value.DescendantsAndSelf().Any(Is),
        Call { Function: var entered } call when entered.LastName() is "closing" or "aclosing" or "enter_context" or "enter_async_context" or "push" or "callback" => call.Arguments.Any(argument => argument.DescendantsAndSelf().Any(Is)),
        // Whoever enters by hand leaves by hand.
        Call { Function: Attribute { Name: "__enter__" or "__aenter__", Value: var owner } } => Is(owner),
        _ => false,
    };

    // Returned, kept, or handed to an object that may keep it.
    private bool GoesElsewhere(SyntaxNode node) => node switch
    {
        Return { Value: Call { Function: Attribute { Name: "cursor" or "begin", Value: var owner } } } => Is(owner),
        Return { Value: Call made } when made.Arguments.Any(Is) && made.Function.LastName() is { } maker && IdentifierWords.Split(maker).Exists(word => word is "from" or "wrap" or "wrapped" or "session" or "make" or "create" or "build") => true,
        Return { Value: { } value } => IsGiven(value),
        Assign assign when assign.Targets.Any(target => target is Attribute or Subscript) => IsGiven(assign.Value) || assign.Value is Call { Function: Attribute { Name: "cursor" or "begin", Value: var owner } } && Is(owner),
        Global statement => statement.Names.Contains(name),
        Nonlocal statement => statement.Names.Contains(name),
        Call call when call.Arguments.Any(Is) && call.Parent is Call scheduler && scheduler.Function.LastName() is "create_task" or "ensure_future" or "gather" or "start_soon" or "submit" => true,
        Call call when call.Function.LastName() is { Length: > 0 } callee && (char.IsUpper(callee[0]) || callee is "cls") => call.Arguments.Any(Is) || call.Keywords.Any(keyword => Is(keyword.Value)),
        Call { Function: Attribute { Name: "append" or "add" or "put" or "register" or "set" or "setdefault" } } call => call.Arguments.Any(Is),
        _ => false,
    };

    private bool IsGiven(Expression value) => Is(value) || value.Elements().Any(IsGiven) || (value is Dict dict && dict.Values.Any(IsGiven));

    // A nested function may close it later.
    private bool IsSeenInside() => nodes.Exists(node => node is FunctionDef or Lambda && node.DescendantsAndSelf().Any(Is));
}
