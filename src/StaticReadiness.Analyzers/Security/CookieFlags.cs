using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>How a call sets a cookie that opens an account.</summary>
/// <param name="Effect">What is wrong with it, to follow the culprit in a sentence; null when nothing is.</param>
internal sealed record CookieFlags(SyntaxNode Culprit, string Written, string? Effect, DiagnosticSeverity Severity)
{
    private const string OverHttp = "sends a cookie that opens a session over plain HTTP too";

    private const string ToScripts = "lets scripts read a cookie that opens a session";

    private static readonly HashSet<string> Openers = ["session", "sessionid", "sid", "auth", "jwt", "login", "token", "sessiontoken"];

    // Cookies of one step of a login, or of none.
    private static readonly HashSet<string> Others = ["csrf", "csrftoken", "xsrf", "request", "state", "nonce", "next", "redirect", "last", "has", "is", "expired", "lang", "theme", "device"];

    /// <summary>The flags of a <c>set_cookie</c> call; null when the cookie opens nothing, is being deleted, or gets its flags from elsewhere.</summary>
    public static CookieFlags? Read(Call call, SyntaxNodeContext context)
    {
        if ((call.Argument(0, "key") ?? call.KeywordValue("name")) is not { } key || IsMark(call)) return null;
        if (call.HasUnpacking() || call.Arguments.Length > 4 || IsDeletion(call) || !OpensSession(context.Model.ValueOf(key), key, call.Function.LastName() is not ("set_cookie" or "add_cookie"))) return null;
        foreach (var (keyword, effect) in new[] { ("secure", OverHttp), ("httponly", ToScripts) })
            if (call.Keywords.FirstOrDefault(given => given.Name == keyword) is { } flag && context.Model.ValueOf(flag.Value).IsFalse())
                return new CookieFlags(flag, context.Tree.Text.ToString(flag.Span), effect, DiagnosticSeverity.Warning);
        var name = $"{call.Function.LastName()}() without ";
        // Sanic's `add_cookie` is for TLS only unless it is told otherwise.
        if (call.KeywordValue("secure") is null && call.Function.LastName() != "add_cookie") return new CookieFlags(call.Function, name + "secure", OverHttp, DiagnosticSeverity.Note);
        if (call.KeywordValue("httponly") is null && call.Function.LastName() is "set_cookie" or "add_cookie") return new CookieFlags(call.Function, name + "httponly", ToScripts, DiagnosticSeverity.Note);
        return new CookieFlags(call.Function, name, null, DiagnosticSeverity.Note);
    }

    private static bool IsDeletion(Call call) =>
        (call.KeywordValue("expires") ?? call.KeywordValue("max_age")) is Constant { ConstantKind: ConstantKind.Integer, Text: "0" };

    // A literal opens nothing: it is a mark, such as "yes, this visitor is logged in".
    private static bool IsMark(Call call) => call.Argument(1, "value") is not { } value || value is Constant;

    // Whoever signs a cookie with the name of a user in it takes it for a login.
    private static bool OpensSession(Expression value, Expression written, bool isSigned)
    {
        if ((value.StringValue() ?? written.StringValue() ?? written.LastName()) is not { } name) return false;
        var words = IdentifierWords.Split(name);
        if (words.Exists(Others.Contains)) return false;
        while (words.Count > 1 && words[^1] is "cookie" or "name" or "key" or "id") words.RemoveAt(words.Count - 1);
        return words is [.., var last] && (Openers.Contains(last) || SecretNames.KindOf(string.Join('_', words)) != SecretKind.None || (isSigned && last is "user" or "username" or "userid" or "uid"));
    }
}
