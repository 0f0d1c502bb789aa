using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ErrorHandling;
using StaticReadiness.Analyzers.ErrorHandling.Answers;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Reports middleware that catches whatever handlers raise and leaves no trace of it.</summary>
public sealed class MiddlewareSwallowsError : DiagnosticAnalyzer
{
    private static readonly HashSet<string> NextNames = ["call_next", "handler", "app", "application", "next_handler", "next", "wsgi_app", "get_response", "asgi_app", "_get_response", "_app", "callback", "inner", "view_func"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1002",
        "middleware-swallows-error",
        "Middleware keeps what handlers raise to itself",
        "`{0}` keeps whatever handlers raise to itself: `{1}` neither logs nor raises",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "middleware-composition",
        "error-transparency")
    {
        Cwe = [390],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no middleware of the project runs the rest of the application");
        var functions = MiddlewareFunctions.Of(context.Project).All.Where(item => item.Function.Definition is { } definition && MayKeep(definition, item.Framework)).ToList();
        foreach (var (function, framework) in functions)
        {
            var definition = function.Definition!;
            context.Examined();
            var semantics = context.Project.Compilation.GetSemanticModel(function.Tree);
            foreach (var caught in definition.Body.DescendantsInScope().OfType<ExceptHandler>().Where(caught => caught.IsBroad() && caught.Parent is Try attempt && CallsNext(attempt)))
                if (!AnswersFailures(function, framework, (Try)caught.Parent!, context.Project) && !DoesJustice(caught.Body, caught, framework, semantics)) Report(caught.CulpritSpan(), caught, function, semantics, context);
            if (function.Name == "process_exception" && Drops(definition, framework, semantics))
                context.Report(new Location(function.Tree.Path, function.Tree.Text, definition.NameSpan), $"{function.ContainingClass?.Name}.{function.Name}", "return");
        }
    }

    private static void Report(TextSpan span, ExceptHandler caught, FunctionSymbol function, SemanticModel model, ProjectContext context) =>
        context.Report(new Location(function.Tree.Path, function.Tree.Text, span), NameOf(function), caught.Type is null ? "except:" : $"except {model.Tree.Text.ToString(caught.Type.Span)}");

    private static string NameOf(FunctionSymbol function) => function.ContainingClass is { } owner && function.Name is "__call__" or "__acall__" or "dispatch" ? owner.Name : function.Name;

    private static bool MayKeep(FunctionDef definition, Framework framework) =>
        definition.Name == "process_exception" || definition.Body.DescendantsInScope().OfType<Call>().Any(call => call.Function.LastName() is { } name && framework.Id switch { "django" => name == "view_func", "litestar" => false, _ => NextNames.Contains(name) });

    // Django stands between every two middlewares and turns what is raised into an answer, Litestar between handler and middleware, Flask, Bottle and Quart behind their server entry: nothing reaches the `except`.
    private static bool AnswersFailures(FunctionSymbol function, Framework framework, Try attempt, Project project) => framework.Id switch
    {
        "django" => !attempt.Body.DescendantsInScope().OfType<Call>().Any(call => call.Function.LastName() == "view_func"),
        "quart" => function.Definition?.Parameters.Positional.Any(parameter => parameter.Name == "scope") == true,
        "flask" or "bottle" => function.Definition?.Parameters.Positional.Any(parameter => parameter.Name == "start_response") == true
            && !project.Trees.Any(tree => tree.Text.Content.Contains("PROPAGATE_EXCEPTIONS", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool CallsNext(Try attempt) =>
        attempt.Body.DescendantsInScope().OfType<Call>().Any(call => call.Function.LastName() is { } name && NextNames.Contains(name));

    private static bool DoesJustice(IEnumerable<Statement> body, ExceptHandler caught, Framework framework, SemanticModel model)
    {
        if (caught.Raises() || (caught.Name is not null && KeepsException(caught))) return true;
        return caught.Body.DescendantsInScope().OfType<Call>().Any(call => Records(call, caught.Name, framework, model));
    }

    // `request.state.error = error`, `errors.append(error)`: kept for somebody who looks.
    private static bool KeepsException(ExceptHandler caught) =>
        caught.Body.DescendantsInScope().OfType<Assign>().Any(assign => assign.Targets.Any(target => target is not Name) && assign.Value.DescendantsAndSelf().Any(node => node is Name name && name.Identifier == caught.Name));

    private static bool Records(Call call, string? exception, Framework framework, SemanticModel model)
    {
        if (LogCalls.LevelOf(call, model) is not null) return true;
        if (AnswerReader.Read(call, framework, model) is not null) return false;
        if (model.ResolveFunction(call.Function) is { Definition: { } callee } function)
        {
            var semantics = model.Compilation.GetSemanticModel(function.Tree);
            return callee.Body.DescendantsInScope().Any(node => node is Raise || node is Call inner && (LogCalls.LevelOf(inner, semantics) is not null || HandlingCalls.KindOf(inner, semantics) is not null || inner.Function.LastName() is "signal" or "send"));
        }

        if (model.ResolveClass(call.Function) is not null) return false;
        // what cannot be followed may do justice to what it is given
        return HandlingCalls.KindOf(call, model) is not null || (exception is not null && call.Function.LastName() is not ("str" or "repr" or "type" or "format" or "isinstance" or "getattr")
            && call.Arguments.Any(argument => argument is Name given && given.Identifier == exception));
    }

    // Django logs what no `process_exception` answers; an answer for every exception ends that.
    private static bool Drops(FunctionDef definition, Framework framework, SemanticModel model) =>
        definition.Body is [.., Return { Value: { } value }] && !value.IsNone() && framework.Id == "django"
        && !definition.Body.DescendantsInScope().OfType<Call>().Any(call => Records(call, definition.Parameters.Positional.LastOrDefault()?.Name, framework, model))
        && !definition.Body.DescendantsInScope().Any(node => node is Raise or If);
}
