using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Finds by what a test without an assertion shows that one was meant: it asks for something and looks at nothing.</summary>
internal static class DroppedResults
{
    private static readonly HashSet<string> Methods = ["get", "post", "put", "patch", "delete", "options", "head", "request"];

    /// <summary>Whether a comparison stands alone as a statement: its answer goes nowhere.</summary>
    public static bool HasComparison(FunctionDef test) =>
        test.Body.DescendantsInScope().Any(node => node is ExpressionStatement { Value: Compare or BoolOp or UnaryOp { Operator: UnaryOperator.Not } });

    /// <summary>Whether a function only bears the name of a test: in a class such as <c>TestedClient</c>, or in a program that calls its steps tests.</summary>
    public static bool IsOnlyNamed(FunctionDef test, Module module) =>
        (test.Parent is ClassDef { Name: ['T', 'e', 's', 't', >= 'a' and <= 'z', ..] })
        || module.Body.OfType<If>().Any(guard => guard.Test is Compare { Left: Name { Identifier: "__name__" } } && !guard.Body.DescendantsInScope().OfType<Call>().Any(call => call.Function.DottedName() is "unittest.main" or "pytest.main"));

    /// <summary>Whether nothing is done, what was computed is only printed or kept, or a client's answer is dropped.</summary>
    public static bool AreIn(FunctionDef test) => IsEmpty(test) || test.Body.DescendantsInScope().Any(node => node switch
    {
        ExpressionStatement { Value: var value } => (value is Await wait ? wait.Value : value) is Call call && (Prints(call) || (IsRequest(call) && !call.Ancestors().TakeWhile(parent => parent != test).OfType<Try>().Any())),
        Assign { Targets: [Name kept], Value: Call or Await } => !IsRead(test, kept),
        _ => false,
    });

    // Nothing, and no word that says why; what a decorator puts around it may be the test.
    private static bool IsEmpty(FunctionDef test) => test.Body is [Pass] && test.Decorators.All(decorator => ((decorator is Call call ? call.Function : decorator).DottedName() ?? "").Contains("mark.", StringComparison.Ordinal));

    private static bool Prints(Call call) => call is { Function: Name { Identifier: "print" }, Arguments: [not Constant, ..] };

    private static bool IsRequest(Call call) =>
        call.Function is Attribute { Name: var method, Value: var client } && Methods.Contains(method) && client.LastName() is { } name && IdentifierWords.Split(name).Exists(word => word is "client" or "api" or "http" or "requests" or "httpx");

    private static bool IsRead(FunctionDef test, Name kept) =>
        kept.Identifier.StartsWith('_') || test.DescendantsAndSelf().Any(node => node is Name { Context: not ExpressionContext.Store } name && name.Identifier == kept.Identifier);
}
