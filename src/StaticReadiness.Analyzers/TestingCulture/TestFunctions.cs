using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Tells the functions that a test runner runs from the helpers around them.</summary>
internal static class TestFunctions
{
    private static readonly HashSet<string> CaseClasses =
        ["TestCase", "IsolatedAsyncioTestCase", "SimpleTestCase", "TransactionTestCase", "LiveServerTestCase", "StaticLiveServerTestCase", "APITestCase", "APISimpleTestCase", "APITransactionTestCase", "AsyncTestCase", "AsyncHTTPTestCase", "AioHTTPTestCase"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> CaseClassSpans = CaseClasses.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether pytest or unittest runs a function: named for it, in a file or class that is collected, and no fixture.</summary>
    public static bool IsTest(FunctionDef function, RepositoryFile file, SemanticModel model)
    {
        if (!IsNamed(function.Name) || IsFixture(function)) return false;
        return function.Parent switch
        {
            Module => IsCollected(file.Name),
            ClassDef owner => IsTestCase(owner, model) || (IsCollected(file.Name) && owner.Name.StartsWith("Test", StringComparison.Ordinal) && owner.Parent is Module or ClassDef),
            _ => false,
        };
    }

    public static bool IsFixture(FunctionDef function) =>
        function.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName()?.EndsWith("fixture", StringComparison.Ordinal) ?? false);

    public static bool IsTestCase(ClassDef owner, SemanticModel model) =>
        model.GetDeclaredClass(owner) is { } symbol && symbol.Mro.Any(reference => CaseClassSpans.Contains(LastName(reference.QualifiedName)));

    /// <summary>Whether a decorator says that the test does not run as it stands.</summary>
    public static bool IsSkipped(FunctionDef function) => HasSkip(function.Decorators) || (function.Parent is ClassDef owner && HasSkip(owner.Decorators));

    private static bool HasSkip(IEnumerable<Expression> decorators) =>
        decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName() is "skip" or "skipif" or "skipIf" or "skipUnless" or "xfail" or "expectedFailure");

    private static bool IsNamed(string name) => name.StartsWith("test_", StringComparison.Ordinal) || (name.StartsWith("test", StringComparison.Ordinal) && name.Length > 4 && char.IsUpper(name[4]));

    private static bool IsCollected(string name) =>
        name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test.py", StringComparison.Ordinal) || name.EndsWith("_tests.py", StringComparison.Ordinal) || name is "tests.py" or "test.py";

    private static ReadOnlySpan<char> LastName(string dotted) => dotted.AsSpan(dotted.LastIndexOf('.') + 1);
}
