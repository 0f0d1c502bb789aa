using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reads what pytest's fixtures say of themselves.</summary>
internal static class TestFixtures
{
    /// <summary>The scope when it is wider than one test; null for a fixture made anew each time, and for what is no fixture.</summary>
    public static string? WideScopeOf(FunctionDef function)
    {
        foreach (var decorator in function.Decorators)
            if (decorator is Call call && IsFixture(call.Function) && call.KeywordValue("scope").StringValue() is "session" or "package" or "module" or "class") return call.KeywordValue("scope").StringValue();
        return null;
    }

    /// <summary>Whether every test runs a fixture without asking for it.</summary>
    public static bool IsAutomatic(FunctionDef function) =>
        function.Decorators.Any(decorator => decorator is Call call && IsFixture(call.Function) && call.KeywordValue("autouse").IsTrue());

    /// <summary>The name by which tests ask for a fixture.</summary>
    public static string NameOf(FunctionDef function) =>
        function.Decorators.Select(decorator => decorator is Call call && IsFixture(call.Function) ? call.KeywordValue("name").StringValue() : null).FirstOrDefault(name => name is not null) ?? function.Name;

    /// <summary>What a fixture hands to tests: the values it returns or yields.</summary>
    public static IEnumerable<Expression> ValuesOf(FunctionDef fixture) =>
        fixture.Body.DescendantsInScope().Select(node => node switch { Return { Value: { } value } => value, Yield { Value: { } value } => value, _ => null }).OfType<Expression>();

    private static bool IsFixture(Expression decorator) => decorator.LastName()?.EndsWith("fixture", StringComparison.Ordinal) ?? false;
}
