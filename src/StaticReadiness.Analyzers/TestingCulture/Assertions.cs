using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Judges whether a test can fail for another reason than a crash: by what it asserts itself, or through the helpers it calls.</summary>
internal static class Assertions
{
    private const int Depth = 4;

    /// <summary>Words of a called function's name by which it checks something.</summary>
    private static readonly HashSet<string> Words =
    [
        "assert", "asserts", "asserting", "assertion", "assertions", "expect", "expects", "expected", "check", "checks", "checker", "verify", "verifies", "validate", "validates", "ensure", "ensures", "raises", "raise", "warns", "fail", "fails",
        "should", "must", "compare", "compares", "match", "matches", "snapshot", "approve", "approved", "skip", "xfail", "importorskip", "test", "tests", "tester", "wait", "simplefilter", "filterwarnings", "fnmatch", "equal", "equals", "call", "ok", "lint", "diff",
        "require", "confirm", "exit", "roundtrip", "regression", "benchmark", "scenario", "that", "never", "eventually", "until", "pact", "golden", "run",
    ];

    /// <summary>Decorators that make the assertion themselves.</summary>
    private static readonly HashSet<string> Decorators =
        ["raises", "given", "image_comparison", "check_figures_equal", "mpl_image_compare", "benchmark", "deprecated_call", "timeout", "assert_produces_warning", "scenario", "typecheck", "filterwarnings", "limit_memory", "limit_leaks", "parametrize_schema", "schemathesis"];

    /// <summary>Words by which a test says that running to the end is its point.</summary>
    private static readonly string[] Intentions =
        ["raise", "error", "crash", "smoke", "exception", "fail", "noop", "no_op", "import", "works", "does_not", "doesnt", "dont", "not_", "no_", "without", "can_", "allow", "accept", "ok", "valid", "ignore", "safe", "silent", "survive", "tolerat", "idempotent", "compat", "should", "pass", "nothing", "leak", "deadlock", "hang", "benchmark", "perf", "execut", "setup", "teardown", "cleanup", "repr", "coverage", "succe", "handle", "graceful", "trigger"];

    /// <summary>Whether an <c>assert</c>, a <c>raise</c> or a call named for one stands in a test: one look that settles nearly every test.</summary>
    public static bool AreWritten(FunctionDef test)
    {
        // most stand as statements of their own: expressions are looked at only where none does
        if (AreStatements(test.Body)) return true;
        foreach (var node in test.DescendantsAndSelf())
            if (IsWritten(node)) return true;
        return false;
    }

    private static bool AreStatements(ImmutableArray<Statement> body)
    {
        foreach (var statement in body)
        {
            var stands = statement.Kind switch
            {
                SyntaxKind.ExpressionStatement => IsWritten(((ExpressionStatement)statement).Value),
                SyntaxKind.With => AreStatements(((With)statement).Body),
                SyntaxKind.For => AreStatements(((For)statement).Body),
                _ => IsWritten(statement),
            };
            if (stands) return true;
        }

        return false;
    }

    private static bool IsWritten(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Assert or SyntaxKind.Raise => true,
        SyntaxKind.Call => ((Call)node).Function.LastName() is { } name && name.StartsWith("assert", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    public static bool AreIn(FunctionDef test, SemanticModel model)
    {
        if (test.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName() is { } name && Decorators.Contains(name))) return true;
        // what is seen without following a call comes first: it settles nearly every test
        return IsSwitchedOff(test) || Asserts(test, model, depth: 0, [], inTest: true) || StatesIntention(test, model) || Asserts(test, model, Depth, [], inTest: true);
    }

    // A derived class switches an inherited test off.
    private static bool IsSwitchedOff(FunctionDef test) =>
        test.Parent is ClassDef { Bases.IsEmpty: false } && test.Body is [Return or Pass] or [ExpressionStatement, Return or Pass];

    private static bool StatesIntention(FunctionDef test, SemanticModel model)
    {
        var text = model.Tree.Text.ToString(test.Span);
        // What a doctest prints is compared.
        if (text.Contains(">>> ", StringComparison.Ordinal)) return true;
        return Intentions.Any(word => test.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            || text.Contains("not raise", StringComparison.OrdinalIgnoreCase) || text.Contains("n't raise", StringComparison.OrdinalIgnoreCase) || text.Contains("no error", StringComparison.OrdinalIgnoreCase)
            || text.Contains("be raised", StringComparison.OrdinalIgnoreCase) || text.Contains("will fail", StringComparison.OrdinalIgnoreCase) || text.Contains("no exception", StringComparison.OrdinalIgnoreCase) || text.Contains("not crash", StringComparison.OrdinalIgnoreCase) || text.Contains("not fail", StringComparison.OrdinalIgnoreCase)
            || text.Contains("successfully", StringComparison.OrdinalIgnoreCase) || text.Contains("succeeds", StringComparison.OrdinalIgnoreCase) || text.Contains("without assert", StringComparison.OrdinalIgnoreCase) || text.Contains("smoke", StringComparison.OrdinalIgnoreCase) || text.Contains("without error", StringComparison.OrdinalIgnoreCase) || text.Contains("n't crash", StringComparison.OrdinalIgnoreCase) || text.Contains("n't fail", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Asserts(FunctionDef function, SemanticModel model, int depth, HashSet<FunctionDef> seen, bool inTest)
    {
        if (!seen.Add(function)) return false;
        foreach (var node in function.DescendantsAndSelf())
        {
            switch (node)
            {
                case Assert or Raise:
                case Yield or YieldFrom when inTest:
                    return true;
                case Call call when IsAssertion(call, function, model, inTest):
                    return true;
                case Call call when depth > 0 && model.ResolveCall(call) is { Definition: { } helper } target && IsHelper(target, model) && Asserts(helper, model.Compilation.GetSemanticModel(target.Tree), depth - 1, seen, inTest: false):
                    return true;
            }
        }

        return false;
    }

    // The code under test raises as well; only what tests share counts as a helper.
    private static bool IsHelper(FunctionSymbol target, SemanticModel model) =>
        target.Tree == model.Tree || target.Tree.Path.Contains("test", StringComparison.OrdinalIgnoreCase);

    private static bool IsAssertion(Call call, FunctionDef test, SemanticModel model, bool inTest)
    {
        // A table of calls, a partial, a fixture that is called: what runs is not known.
        if (call.Function.LastName() is not { } name) return inTest && call.Function is not (Call or Constant or JoinedStr or Attribute);
        if (name.StartsWith("assert", StringComparison.OrdinalIgnoreCase) || IdentifierWords.Split(name).Any(Words.Contains)) return true;
        // webtest raises when the status is another one.
        if (call.Keywords.Any(keyword => keyword.Name is "status" or "expected" or "expect_errors" or "check" || (keyword.Name?.StartsWith("expected", StringComparison.Ordinal) ?? false))) return true;
        if (call.Function is Name function) return test.Parameters.Positional.Any(parameter => parameter.Name == function.Identifier) || (inTest && model.ResolveCall(call) is null && IsFromTests(function, model));
        if (call.Function is Attribute { Name: "get" or "post" or "put" or "patch" or "delete" or "options" or "head" or "xmlrpc" or "get_json" or "post_json" or "put_json" or "patch_json" or "delete_json", Value: var client } && client.LastName() is "testapp" or "webtest" or "app" or "django_app") return true;
        // webtest's pages raise for what they cannot follow or submit, and a manager's `get` for what is not there.
        if (call.Function is Attribute { Name: "follow" or "submit", Value: Call or Name } page && (page.Value is Call || page.Value.LastName() is "form" or "page" or "response")) return true;
        if (call.Function is Attribute { Name: "get", Value: Attribute { Name: "objects" } } && call.Parent is ExpressionStatement) return true;
        // A method of an own base class that cannot be followed.
        return call.Function is Attribute { Value: Name { Identifier: "self" or "cls" } } && model.ResolveCall(call) is null;
    }

    private static bool IsFromTests(Name function, SemanticModel model) =>
        model.GetQualifiedName(function) is { } name && name.Contains("test", StringComparison.OrdinalIgnoreCase);
}
