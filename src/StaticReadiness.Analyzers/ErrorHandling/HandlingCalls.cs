using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Tells which calls do justice to a caught exception, from a data table.</summary>
internal static class HandlingCalls
{
    private static readonly Dictionary<(string Match, string Name), string> Kinds = EmbeddedTable.Read("handling-calls.tsv")
        .ToDictionary(row => (row[1], row[0]), row => row[2]);

    /// <summary>What a call does for a caught exception: <c>log</c>, <c>tell</c>, <c>end</c> or <c>retry</c>; null for any other call.</summary>
    public static string? KindOf(Call call, SemanticModel model)
    {
        if (model.GetQualifiedName(call.Function) is { } qualified && Kinds.TryGetValue(("qualified", qualified), out var kind)) return kind;
        if (call.Function.LastName() is not { } last) return null;
        if (Kinds.TryGetValue(("method", last), out kind)) return kind;
        foreach (var word in IdentifierWords.Split(last))
            if (Kinds.TryGetValue(("word", word), out kind)) return kind;
        return null;
    }

    /// <summary>Whether an identifier says that something went wrong: <c>failed</c>, <c>error_count</c>, <c>invalid</c>.</summary>
    public static bool NamesFailure(string identifier) =>
        IdentifierWords.Split(identifier).Any(word => Kinds.TryGetValue(("word", word), out var kind) && kind == "log");
}
