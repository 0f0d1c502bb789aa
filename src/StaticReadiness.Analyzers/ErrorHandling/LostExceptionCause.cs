using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports exceptions raised in place of a caught one that do not name it as their cause.</summary>
public sealed class LostExceptionCause : DiagnosticAnalyzer
{
    // What these say is that something is not there: the name that was looked up is all there is to know.
    private static readonly HashSet<string> Lookups =
        ["KeyError", "IndexError", "LookupError", "AttributeError", "StopIteration", "StopAsyncIteration", "ImportError", "ModuleNotFoundError", "NameError", "NoResultFound", "MultipleResultsFound", "Empty", "Full", "ObjectDoesNotExist", "FileNotFoundError", "KeyboardInterrupt", "CancelledError", "TimeoutError", "NotImplementedError"];

    // Their text is all that anybody sees: answers to a client, messages of a command line, signals of a protocol.
    private static readonly HashSet<string> Answers =
        ["Http404", "CommandError", "Exit", "SystemExit", "KeyboardInterrupt", "StopIteration", "StopAsyncIteration", "Abort", "UsageError", "BadParameter", "ClickException", "ArgumentTypeError", "ArgumentError", "SkipTest", "Skip", "Ignore", "Reject", "Retry", "AttributeError", "KeyError",
         "BadRequest", "NotFound", "Forbidden", "Unauthorized", "PermissionDenied", "SuspiciousOperation", "RequestEntityTooLarge", "MethodNotAllowed", "NotAuthenticated", "AuthenticationFailed", "PermissionError", "NotImplementedError", "Finish", "APIException", "ParseError", "ServiceUnavailable", "InvalidRequest", "NotPermitted", "Throttled"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0109",
        "lost-exception-cause",
        "An exception takes the place of another without naming it as its cause",
        "`{0}` is raised where `{1}` was caught, without `from`",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "error-handling",
        "taxonomy")
    {
        PeerIds = ["B904", "W0707", "raise-missing-from", "TRY200"],
        Fix = FixKind.Unsafe,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Raise);
        context.RegisterProjectAction(project => project.NotApplicable("no exception is raised in the place of another"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var raise = (Raise)context.Node;
        if (raise.Exception is not { } raised || FindHandler(raise) is not { } handler) return;
        if (raised is Name again && again.Identifier == handler.Name) return;
        var type = raised is Call call ? call.Function : raised;
        if (type.LastName() is not { } name || IsVariable(type, raised, context) || IsAnswer(name)) return;
        context.Examined();
        if (raise.Cause is not null || handler.CaughtTypes() is [_, ..] caught && caught.All(IsLookup)) return;
        if (KeepsCause(raised, handler) || SetsCause(handler) || IsConversion(handler) || IsInProtocol(raise)) return;
        context.Report(type, name, handler.Type is null ? "anything" : context.Tree.Text.ToString(handler.Type.Span));
    }

    // Only the clause that holds the statement itself: a function defined in it runs later.
    private static ExceptHandler? FindHandler(Raise raise)
    {
        SyntaxNode child = raise;
        foreach (var node in raise.Ancestors())
        {
            if (node is FunctionDef or Lambda or ClassDef) return null;
            // a `try` inside the clause whose own clauses catch what is raised here
            if (node is Try inner && child is Statement body && inner.Body.Contains(body) && !inner.Handlers.IsEmpty) return null;
            if (node is ExceptHandler handler) return handler;
            child = node;
        }

        return null;
    }

    private static bool IsVariable(Expression type, Expression raised, SyntaxNodeContext context) => raised is not Call && type is Name name && char.IsLower(name.Identifier[0]) && context.Model.ResolveClass(name) is null;

    private static bool IsAnswer(string name) =>
        Answers.Contains(name) || char.IsLower(name.TrimStart('_')[0]) || name.StartsWith("HTTP", StringComparison.Ordinal) || name.StartsWith("Http", StringComparison.Ordinal) || name.EndsWith("HTTPException", StringComparison.Ordinal) || name.Contains("Redirect", StringComparison.Ordinal)
        || name.Contains("Validation", StringComparison.Ordinal) || name.EndsWith("NotFound", StringComparison.Ordinal) || name.EndsWith("NotFoundError", StringComparison.Ordinal) || name.EndsWith("DoesNotExist", StringComparison.Ordinal);

    private static bool IsLookup(Expression type) =>
        type.LastName() is { } name && (Lookups.Contains(name) || name.EndsWith("DoesNotExist", StringComparison.Ordinal) || name.EndsWith("NotFound", StringComparison.Ordinal) || name.EndsWith("NotFoundError", StringComparison.Ordinal));

    // `raise JobFailed(job, error)`: the new exception holds the old one.
    private static bool KeepsCause(Expression raised, ExceptHandler handler) =>
        handler.Name is { } name && raised is Call call
        && (call.Arguments.Any(argument => argument is Name given && given.Identifier == name) || call.Keywords.Any(keyword => keyword.Value is Name given && given.Identifier == name));

    private static bool SetsCause(ExceptHandler handler) =>
        handler.Body.DescendantsInScope().OfType<Assign>().Any(assign => assign.Targets is [Python.Syntax.Attribute { Name: "__cause__" or "__context__" }]);

    // `try: value = int(text) except ValueError: raise …`: that it failed is all there is to know.
    private static bool IsConversion(ExceptHandler handler) =>
        handler is { Name: null, Parent: Try { Body: [Assign or AnnAssign or Return or ExpressionStatement] } }
        && handler.CaughtTypes() is [_, ..] types && types.All(type => type.LastName() is "ValueError" or "TypeError" or "InvalidOperation" or "OverflowError" or "UnicodeDecodeError" or "UnicodeEncodeError" or "UnicodeError" or "JSONDecodeError" || IsLookup(type));

    // `__getattr__` must raise what its protocol asks for, and of what a validator raises only the text is used.
    private static bool IsInProtocol(Raise raise) =>
        raise.EnclosingFunction() is { } function
        && (function.Name is ['_', '_', .., '_', '_'] || function.Name.StartsWith("validate", StringComparison.Ordinal) || function.Name.StartsWith("clean", StringComparison.Ordinal)
            || function.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName()?.Contains("validator", StringComparison.Ordinal) == true));
}
