using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ErrorHandling.Answers;

/// <summary>Proves that errors have one schema, and that their bodies carry an id to find them by.</summary>
internal static class ErrorSchema
{
    private const string Criterion = "error-handling/structured-errors";

    private static readonly HashSet<string> Libraries = ["drf_standardized_errors", "drf_problems", "fastapi_problem", "starlette_problem", "rfc9457", "fastapi_problem_details", "flask_problem_details", "connexion"];

    private static readonly HashSet<string> Ids = ["request_id", "requestId", "correlation_id", "correlationId", "trace_id", "traceId", "error_id", "errorId", "incident_id", "instance", "x-request-id"];

    public static void Prove(ProjectContext context, AnswerHabits habits)
    {
        foreach (var (tree, _) in ApplicationTrees.Of(context.Project))
            if (FindStandard(tree) is { } standard) context.Prove(Criterion, new Location(tree.Path, tree.Text, standard.Node.Span), standard.Message);
        if (habits.Bodies.Count >= 3 && habits.Bodies.GroupBy(body => body.Key).ToList() is [var only])
            context.Prove(Criterion, habits.Bodies[0].Location, $"all error bodies say what went wrong under `{only.Key}`");
        ProveHandlers(context);
    }

    private static (SyntaxNode Node, string Message)? FindStandard(SyntaxTree tree)
    {
        if (!tree.Text.Content.Contains("problem", StringComparison.OrdinalIgnoreCase) && !tree.Text.Content.Contains("drf_standardized_errors", StringComparison.Ordinal)) return null;
        foreach (var node in tree.Root.DescendantsAndSelf())
        {
            if (node is Constant { StringValue: "application/problem+json" }) return (node, "errors are answered after RFC 9457");
            if (node is Name { Identifier: "ProblemDetailsPlugin" or "ProblemDetailsException" or "HTTPProblem" }) return (node, "errors are answered after RFC 9457");
            if (node is Constant { StringValue: { } text } && Libraries.Contains(ModuleNames.TopLevel(text))) return (node, $"`{ModuleNames.TopLevel(text)}` gives errors one schema");
            if (node is ImportFrom { Module: { } module } && Libraries.Contains(ModuleNames.TopLevel(module))) return (node, $"`{ModuleNames.TopLevel(module)}` gives errors one schema");
        }

        return null;
    }

    private static void ProveHandlers(ProjectContext context)
    {
        var mappings = FrameworkModel.Of(context.Project).ExceptionMappings
            .Where(mapping => mapping.Handler?.Definition is not null && context.Project.Files.TryGet(mapping.Handler.Tree.Path)?.Role == FileRoles.Application).DistinctBy(mapping => mapping.Handler).ToList();
        var ways = mappings.Select(mapping => WayOf(mapping, context.Project)).ToList();
        if (ways.Count >= 2 && ways[0] is { } way && ways.TrueForAll(other => other == way))
            context.Prove(Criterion, mappings[0].Location, $"all {ways.Count} exception handlers answer {way}");
        foreach (var mapping in mappings)
            if (FindId(mapping.Handler!, context.Project, depth: 1) is { } id)
                context.Prove(Criterion, new Location(id.Tree.Path, id.Tree.Text, id.Node.Span), $"the body of `{mapping.Handler!.Name}` carries `{id.Name}`");
    }

    // The helper through which a handler answers, or the keys of what it answers.
    private static string? WayOf(ExceptionMapping mapping, Project project)
    {
        var model = project.Compilation.GetSemanticModel(mapping.Handler!.Tree);
        var ways = mapping.Handler.Definition!.Body.DescendantsInScope().OfType<Return>().Select(statement => statement.Value).OfType<Expression>().Select(value =>
        {
            if (value is Call call && model.ResolveFunction(call.Function) is { } helper) return $"through `{helper.Name}()`";
            return AnswerReader.Read(value, mapping.Framework, model)?.Body is Dict body ? $"with the keys {string.Join(", ", body.Keys.Select(key => $"`{key.StringValue() ?? "…"}`").Order(StringComparer.Ordinal))}" : null;
        }).Distinct().ToList();
        return ways is [var only] ? only : null;
    }

    private static (SyntaxNode Node, SyntaxTree Tree, string Name)? FindId(FunctionSymbol function, Project project, int depth)
    {
        var model = project.Compilation.GetSemanticModel(function.Tree);
        foreach (var node in function.Definition!.Body.DescendantsInScope())
        {
            if (node is Dict dict && dict.Keys.FirstOrDefault(key => key.StringValue() is { } text && Ids.Contains(text)) is { } found) return (found, function.Tree, found.StringValue()!);
            if (node is Call call && !IsLog(call, model))
            {
                if (call.Keywords.FirstOrDefault(keyword => keyword.Name is { } name && Ids.Contains(name)) is { } given) return (given, function.Tree, given.Name!);
                if (depth > 0 && model.ResolveFunction(call.Function) is { Definition: not null } callee && FindId(callee, project, depth - 1) is { } inner) return inner;
            }
        }

        return null;
    }

    private static bool IsLog(Call call, SemanticModel model) => LogCalls.LevelOf(call, model) is not null || call.Function.LastName() is "bind" or "bind_contextvars" or "bound_contextvars";
}
