using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Tells the values that a function lets pass a check of its own before it uses them.</summary>
internal static class CheckedFirst
{
    private static readonly HashSet<string> Words = ["allowed", "permitted", "valid", "validate", "validates", "check", "safe", "match", "fullmatch", "isdigit", "isalnum", "isidentifier", "isnumeric", "isdecimal", "isalpha"];

    /// <summary>Whether a condition of the function asks a check about the value, or about the variable it is put into.</summary>
    public static bool Is(Expression value)
    {
        var names = NamesOf(value);
        return names.Count > 0 && value.EnclosingFunction() is { } function
            && function.Body.DescendantsInScope().Any(node => node is If choice && choice.Test.DescendantsAndSelf().Any(part => part is Call call && IsCheck(call, names)));
    }

    private static HashSet<string> NamesOf(Expression value) => value switch
    {
        Name name => [name.Identifier],
        { Parent: Assign { Targets: [Name target] } assign } when assign.Value == value => [target.Identifier],
        _ => [],
    };

    // `if not allowed_id(page): return`, `if not page.isdigit(): abort(404)`
    private static bool IsCheck(Call call, HashSet<string> names) =>
        IdentifierWords.Split(call.Function.LastName() ?? "").Exists(Words.Contains)
        && (call.Arguments.Any(argument => argument is Name name && names.Contains(name.Identifier)) || call.Function is Attribute { Value: Name receiver } && names.Contains(receiver.Identifier));
}
