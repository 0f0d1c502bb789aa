using System.Collections.Frozen;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Recognises calls that write to a log, of the standard library and of libraries that speak its language.</summary>
internal static class LogCalls
{
    private static readonly FrozenSet<string> Levels =
        FrozenSet.Create(StringComparer.Ordinal, "debug", "info", "warning", "warn", "error", "critical", "fatal", "exception", "log");

    private static readonly FrozenSet<string> ReceiverWords = FrozenSet.Create(StringComparer.Ordinal, "log", "logger", "logging", "logs", "lgr");

    /// <summary>The level a call logs at, as the method is named; null when it is no log call.</summary>
    public static string? LevelOf(Call call, SemanticModel model) =>
        call.Function is Attribute method && Levels.Contains(method.Name) && IsLogger(method.Value, model) ? method.Name : null;

    /// <summary>Whether a call logs through the root logger: <c>logging.info(…)</c>.</summary>
    public static bool IsOnRoot(Call call, SemanticModel model) =>
        call.Function.LastName() is { } last && Levels.Contains(last)
        && model.GetQualifiedName(call.Function) is { } name && name.Length == "logging.".Length + last.Length && name.StartsWith("logging.", StringComparison.Ordinal);

    private static bool IsLogger(Expression receiver, SemanticModel model) => receiver switch
    {
        Name or Attribute => IdentifierWords.Split(receiver.LastName()!) is var words && words.Count > 0 && ReceiverWords.Contains(words[^1])
            || (model.GetType(receiver)?.QualifiedName is "logging.Logger" or "logging.LoggerAdapter"),
        Call made => made.Function.LastName() is "getLogger" or "get_logger" or "bind",
        _ => false,
    };
}
