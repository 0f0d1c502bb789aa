using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Tells the failures an author had in mind, though the clause is broader than they are: explained ones, readings of text, questions answered with no.</summary>
internal static class ForeseenFailure
{
    private const int WordsOfAnExplanation = 2;

    private static readonly HashSet<string> Readers =
        ["int", "float", "str", "bool", "complex", "bytes", "loads", "safe_load", "load_yaml", "literal_eval", "parse", "parsedate", "parsedate_to_datetime", "fromisoformat", "strptime", "fromtimestamp", "strftime", "isoformat",
         "ZoneInfo", "UUID", "Decimal", "ip_address", "ip_network", "decode", "encode", "b64decode", "b64encode", "urlparse", "urlsplit", "unquote", "compile", "index", "dumps", "model_validate", "model_validate_json", "model_dump", "parse_obj", "fromhex", "mktime", "mktime_tz", "timetuple", "to_unicode", "force_str", "ensure_str", "mkdir", "makedirs", "sniff", "guess_type"];

    private static readonly HashSet<string> ReaderParts =
        ["get", "group", "strip", "rstrip", "lstrip", "search", "match", "replace", "split", "rsplit", "partition", "lower", "upper", "total_seconds", "timestamp", "astimezone", "getattr", "len", "round", "json", "format", "isinstance", "append", "add", "date", "time", "keys", "values", "items", "sub", "findall", "now", "dirname", "basename", "abspath", "join", "get_full_path", "startswith", "endswith", "min", "max", "sum", "abs"];

    private static readonly HashSet<string> Tools = ["noqa", "nosec", "pragma", "type", "pylint", "pyright", "mypy", "ruff", "todo", "fixme", "xxx", "hack", "nosonar", "flake8", "pyre", "lgtm", "static", "noinspection"];

    private static readonly HashSet<string> FailureWords =
        ["fail", "fails", "failed", "failing", "failure", "failures", "error", "errors", "exception", "exceptions", "ignore", "ignored", "ignores", "ignoring", "swallow", "effort", "harmless", "gracefully", "silently", "fatal", "raise", "raises", "invalid", "unavailable", "break", "breaks", "crash", "fall", "fallback", "suppress", "safe", "safely"];

    private static readonly string[] Admissions = ["best effort", "best-effort", "never raise", "never fail", "raise any exception", "ignore errors", "ignoring errors", "if anything fails", "on any error", "on any failure", "eat the exception", "swallow", "silently",
        "unsuccessful", "if it fails", "on failure", "fall back", "falls back", "could not be", "cannot be"];

    private static readonly HashSet<string> LookWords = ["color", "colorize", "colour", "colourize", "pretty", "highlight", "style", "banner", "width", "version"];

    /// <summary>Whether a comment or the docstring tells why the error may go.</summary>
    /// <param name="statement">The <c>try</c> or <c>with</c>.</param>
    /// <param name="clause">The part whose comments explain it: the <c>except</c>, or the <c>with</c> itself.</param>
    /// <param name="tree">The file.</param>
    public static bool IsExplained(Statement statement, SyntaxNode clause, SyntaxTree tree)
    {
        var start = clause is ExceptHandler && statement is Try attempt ? attempt.Body[^1].Span.End : clause.Start;
        var end = tree.Text.GetLineSpan(tree.Text.GetLineIndex(Math.Max(clause.Span.End - 1, clause.Start))).End;
        var next = tree.Text.GetLineSpan(Math.Min(tree.Text.GetLineIndex(end) + 1, tree.Text.LineCount - 1)).End;
        var firstLine = tree.Text.GetLineIndex(statement.Start);
        foreach (var comment in tree.Comments)
        {
            var line = tree.Text.GetLineIndex(comment.Start);
            if (comment.Start > next) break;
            var isBehind = comment.Start > end;
            var words = IdentifierWords.Split(tree.Text.ToString(comment));
            if ((words.Count < WordsOfAnExplanation && !IsSentence(tree.Text.ToString(comment))) || (words.Count > 0 && Tools.Contains(words[0]))) continue;
            if (!isBehind && comment.Start >= start && clause is ExceptHandler) return true;
            if (comment.Start >= statement.Start && words.Exists(FailureWords.Contains)) return true;
            if (line < firstLine && firstLine - line <= 2 && words.Exists(FailureWords.Contains)) return true;
        }

        return statement.EnclosingFunction() is { Body: [ExpressionStatement { Value: Constant { StringValue: { } text } }, ..] } && SaysSo(text);
    }

    // Chinese and Japanese put no spaces between words.
    private static bool IsSentence(string comment) => comment.Count(letter => letter >= '\u3040' && char.IsLetter(letter)) >= 4;

    /// <summary>Whether the one thing that can go wrong is that a text or a value cannot be read.</summary>
    public static bool IsReading(ImmutableArray<Statement> body)
    {
        if (body.Length > 3 || !body.All(IsPlain) || body.DescendantsInScope().Any(node => node is Await or Yield)) return false;
        var calls = body.DescendantsInScope().OfType<Call>().ToList();
        return calls.TrueForAll(call => call.Function.LastName() is { } name && (Readers.Contains(name) || name.Contains("parse", StringComparison.OrdinalIgnoreCase) || name.EndsWith("from_str", StringComparison.Ordinal) || (ReaderParts.Contains(name) && !IsQuery(call, name))));
    }

    /// <summary>Whether one step failed and the reader of the clause sees what takes its place: a value, or the next attempt.</summary>
    public static bool IsReplaced(Try statement, ExceptHandler handler)
    {
        var body = statement.Body is [With { Body: var inner }] ? inner : statement.Body;
        if (handler.Body is [Assign { Targets: [var given] }] && body.Length <= 3 && body is [.., Assign { Targets: [var wanted] }] && given.DottedName() is { } name && name == wanted.DottedName()) return true;
        if (body is not [Assign or AnnAssign or Return]) return false;
        return handler.Body is [Assign or AnnAssign or Break] or [Return { Value: not null }] || handler.Body is [Pass];
    }

    /// <summary>Whether all that is lost is how something looks.</summary>
    public static bool IsCosmetic(Try statement) =>
        statement.Body.All(shown => shown is ExpressionStatement { Value: Call { Function: Name { Identifier: "print" } } }) || statement.EnclosingFunction() is { } function && (function.Name is "__repr__" or "revision" or "__str__" || IdentifierWords.Split(function.Name).Exists(LookWords.Contains));

    /// <summary>Whether the caller asked a question and the exception means no, or yes.</summary>
    public static bool IsAnswered(Try statement, ExceptHandler handler) => handler.Body is [Pass] ? statement.EnclosingFunction()?.Returns is Name { Identifier: "bool" } : handler.Body is [Return { Value: { } answer }] && answer switch
    {
        Constant { ConstantKind: ConstantKind.False } or Python.Syntax.Tuple { Elements: [Constant { ConstantKind: ConstantKind.False }, ..] } => true,
        Constant { ConstantKind: ConstantKind.True } => statement.EnclosingFunction() is { } function
            && (function.Returns is Name { Identifier: "bool" } || function.Body.DescendantsInScope().OfType<Return>().Any(other => other.Value.IsFalse())),
        _ => false,
    };

    // `Order.objects.get(number=…)` asks a database, `row.get("number")` a dictionary.
    private static bool IsQuery(Call call, string name) => name is "get" or "values" && (!call.Keywords.IsEmpty || call.Function is Python.Syntax.Attribute { Value: var receiver } && receiver.LastName() == "objects");

    private static bool IsPlain(Statement statement) =>
        statement is Assign or AugAssign or AnnAssign or Return or ExpressionStatement || (statement is If { OrElse.IsEmpty: true } branch && branch.Body.All(IsPlain));

    // `Best effort: never raises.`
    private static bool SaysSo(string docstring) => Admissions.Any(words => docstring.Contains(words, StringComparison.OrdinalIgnoreCase));
}
