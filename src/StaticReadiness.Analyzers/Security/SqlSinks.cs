using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>The calls that run text as SQL, from a data table.</summary>
internal static class SqlSinks
{
    private static readonly Dictionary<string, HashSet<string>> Methods =
        EmbeddedTable.Read("sql-sinks.tsv").Where(row => row[0] == "method").ToDictionary(row => row[1], row => row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet());

    private static readonly HashSet<string> Functions = [.. EmbeddedTable.Read("sql-sinks.tsv").Where(row => row[0] == "function").Select(row => row[1])];

    private static readonly HashSet<string> FunctionLastNames = [.. Functions.Select(name => name[(name.LastIndexOf('.') + 1)..])];

    /// <summary>The text that a call runs as SQL; null when it runs none.</summary>
    public static Expression? StatementOf(Call call, SemanticModel model)
    {
        if (call.Function.LastName() is not { } last || call.Arguments is not [var statement, ..] || statement is Starred) return null;
        if (FunctionLastNames.Contains(last) && model.GetQualifiedName(call.Function) is { } name && Functions.Contains(name)) return statement;
        if (call.Function is not Attribute { Value: var receiver } || !Methods.TryGetValue(last, out var receivers)) return null;
        if (receivers.Count == 0) return statement;
        var owner = receiver is Call made ? made.Function.LastName() : receiver.LastName();
        return owner is not null && IdentifierWords.Split(owner).Any(receivers.Contains) ? statement : null;
    }
}
