using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>What is known of calls that open connections to databases and stores.</summary>
internal static class Connections
{
    private static readonly FrozenDictionary<string, Connection> Functions =
        EmbeddedTable.Read("connections.tsv").Where(row => row[3].Length == 0).ToFrozenDictionary(row => row[0], row => new Connection(row[1], row[2]));

    private static readonly FrozenDictionary<(string Method, string Type), Connection> Methods =
        EmbeddedTable.Read("connections.tsv").Where(row => row[3].Length > 0).ToFrozenDictionary(row => (row[0], row[3]), row => new Connection(row[1], row[2]));

    private static readonly FrozenSet<string> LastNames = Functions.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a call opens; null when it opens nothing.</summary>
    public static Connection? OpenedBy(Call call, SemanticModel model)
    {
        if (call.Function.LastName() is not { } last) return null;
        if (LastNames.Contains(last) && model.GetQualifiedName(call.Function) is { } name && Functions.TryGetValue(name, out var opened)) return opened;
        if (call.Function is Attribute { Name: "connect", Value: var engine }) return model.GetType(engine) is { IsInstance: true } type ? Methods.GetValueOrDefault(("connect", type.QualifiedName)) : null;
        if (!last.Contains("session", StringComparison.OrdinalIgnoreCase)) return null;
        return model.GetType(call.Function) is { IsInstance: true } maker ? Methods.GetValueOrDefault(("__call__", maker.QualifiedName)) : null;
    }
}
