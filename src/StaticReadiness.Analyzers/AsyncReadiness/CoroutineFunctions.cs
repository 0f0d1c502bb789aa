using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>The library functions whose call does nothing until it is awaited.</summary>
internal static class CoroutineFunctions
{
    private static readonly FrozenSet<string> Names = EmbeddedTable.Read("coroutine-functions.tsv").Select(row => row[0]).ToFrozenSet();

    // Spares resolving all other calls.
    private static readonly FrozenSet<string> LastNames = Names.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToFrozenSet();

    public static bool IsCalled(Call call, SemanticModel model) =>
        call.Function.LastName() is { } last && LastNames.Contains(last) && model.GetQualifiedName(call.Function) is { } name && Names.Contains(name);
}
