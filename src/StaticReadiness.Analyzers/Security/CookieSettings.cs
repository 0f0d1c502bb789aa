using System.Collections.Frozen;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>The settings of cookies and transport, from a data table.</summary>
internal static class CookieSettings
{
    private static readonly ILookup<string, CookieSetting> Table = EmbeddedTable.Read("cookie-settings.tsv")
        .ToLookup(row => row[0], row => new CookieSetting(row[1], row[2], row[3], Enum.Parse<DiagnosticSeverity>(row[4], ignoreCase: true), row[5] == "yes", row[6]));

    private static readonly FrozenDictionary<string, CookieSetting> Settings = Table["setting"].ToFrozenDictionary(row => row.Name);

    private static readonly ILookup<string, CookieSetting> Arguments = Table["argument"].ToLookup(row => LastName(row.Name));

    /// <summary>The setting of a name, or null.</summary>
    public static CookieSetting? Find(string name) => Settings.GetValueOrDefault(name);

    /// <summary>The arguments that a constructor takes, or a call that is handed one: <c>add_middleware(SessionMiddleware, …)</c>.</summary>
    public static IEnumerable<CookieSetting> ArgumentsOf(Call call, SemanticModel model) =>
        call.Arguments is [var handed, ..] ? ArgumentsOf(call.Function, model).Concat(ArgumentsOf(handed, model)) : ArgumentsOf(call.Function, model);

    private static IEnumerable<CookieSetting> ArgumentsOf(Expression made, SemanticModel model)
    {
        if (made.LastName() is not { } last || !Arguments.Contains(last) || model.GetQualifiedName(made) is not { } name) return [];
        return Named(name, Arguments[last]);
    }

    // Packages hand their names on from modules above: `fastapi.middleware`, `litestar.security.jwt.auth`.
    private static IEnumerable<CookieSetting> Named(string name, IEnumerable<CookieSetting> rows) =>
        rows.Where(row => name == row.Name || ModuleNames.TopLevel(name) == ModuleNames.TopLevel(row.Name));

    /// <summary>Whether a value is the one that makes a setting insecure.</summary>
    public static bool IsBad(CookieSetting setting, Expression value) => setting.Bad switch
    {
        "False" => value.IsFalse() || value.IsNone(),
        "0" => value is Constant { ConstantKind: ConstantKind.Integer, Text: "0" },
        _ => value.StringValue() == setting.Bad,
    };

    private static string LastName(string dotted) => dotted[(dotted.LastIndexOf('.') + 1)..];
}
