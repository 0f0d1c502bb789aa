using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ErrorHandling.Answers;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports request handlers and global handlers that answer unforeseen failures with a status of success.</summary>
public sealed class ErrorMaskedAsSuccess : DiagnosticAnalyzer
{
    // Their answer is about what was tried: a failure is a result.
    private static readonly HashSet<string> ProbeWords = ["test", "check", "validate", "verify", "probe", "health", "healthcheck", "healthz", "status", "ping", "preview", "ready", "readiness", "live", "liveness", "diagnose", "try", "exists", "is"];

    // The sender of a webhook sends again what was not answered with success.
    private static readonly HashSet<string> HookWords = ["webhook", "webhooks", "hook", "hooks", "callback", "ipn", "event", "events", "beacon", "track"];

    private const string Consequence = "clients take the failure for a success";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0104",
        "error-masked-as-success",
        "A failure nobody foresaw is answered as a success",
        "`{0}` answers {1} where {2}: {3}",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "error-handling",
        "no-swallowing")
    {
        Cwe = [392, 394],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no request handler catches everything");
        var model = FrameworkModel.Of(context.Project);
        foreach (var handler in model.Handlers)
        {
            if (handler.Role != HandlerRole.Route || handler.Function.Definition is not { } definition || context.Project.Files.TryGet(handler.Function.Tree.Path) is not { Role: FileRoles.Application } file || IsShown(file) || PutAside.Contains(context.Project, file)) continue;
            ExamineRoute(handler, definition, context);
        }

        foreach (var mapping in model.ExceptionMappings.Where(mapping => mapping is { IsCatchAll: true, Handler: not null }).DistinctBy(mapping => mapping.Handler))
            if (context.Project.Files.TryGet(mapping.Handler!.Tree.Path)?.Role == FileRoles.Application) ExamineGlobal(mapping, mapping.Handler.Definition, context);
    }

    private static void ExamineRoute(Handler handler, FunctionDef definition, ProjectContext context)
    {
        var semantics = context.Project.Compilation.GetSemanticModel(handler.Function.Tree);
        var words = IdentifierWords.Split(handler.Function.Name);
        if (words.Exists(HookWords.Contains)) return;
        foreach (var caught in definition.Body.DescendantsInScope().OfType<ExceptHandler>().Where(caught => caught.IsBroad()))
        {
            context.Examined();
            if (caught.Raises() || FailureAnswers.SetStatus(caught.Body, semantics) || FailureAnswers.HandsToRaiser(caught, semantics)) continue;
            if (ActsInstead(caught)) continue;
            if ((handler.Framework.Id == "tornado" ? FindWrite(caught) : FindAnswer(caught, handler.Framework, semantics)) is not { } answer) continue;
            var tells = FailureAnswers.TellsFailure(Assigned(caught, answer.Body) ?? answer.Value, caught.Name);
            if (tells && words.Exists(ProbeWords.Contains)) continue;
            context.Report(context.CreateDiagnostic(LocationOf(answer.Value, semantics), handler.Function.Name, answer.Status!, $"`{Written(caught, semantics)}` catches what nobody foresaw", tells ? "only the body tells of the failure" : Consequence) with
            {
                Severity = tells ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
            });
        }
    }

    // `redis_examples.py`, `_reference_webui.py`: code to read.
    private static bool IsShown(RepositoryFile file) => IdentifierWords.Split(file.Name).Exists(word => word is "example" or "examples" or "sample" or "samples" or "reference" or "demo" or "old" or "bak" or "backup");

    private static Answer? FindAnswer(ExceptHandler caught, Framework framework, SemanticModel semantics)
    {
        if (caught.Body is not [.. var before, Return { Value: { } value }] || before.Any(statement => statement is Return)) return null;
        var answer = AnswerReader.Read(value, framework, semantics);
        // A page can show the failure to its reader whatever its status.
        return answer is { IsSuccess: true, Form: not AnswerForm.Html } && IsFixed(answer) && !IsAsset(value) ? answer : null;
    }

    // `except: Like.objects.create(…)`, then `"liked"`: the work is done by another way, however broad the clause.
    private static bool ActsInstead(ExceptHandler caught) =>
        caught.Body.Any(statement => statement is ExpressionStatement { Value: Call { Function: Python.Syntax.Attribute { Name: "create" or "save" or "insert" or "bulk_create" } } } or Assign { Value: Call { Function: Python.Syntax.Attribute { Name: "create" or "bulk_create" } } });

    // A page without its style sheet or icon is still a page.
    private static bool IsAsset(Expression value) =>
        value is Call call && call.Arguments.Skip(1).Concat(call.Keywords.Where(keyword => keyword.Name is "mimetype" or "media_type" or "content_type").Select(keyword => keyword.Value)).Any(given =>
            given.StringValue() is { } type && (type == "text/css" || type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("font/", StringComparison.Ordinal) || type.Contains("javascript", StringComparison.Ordinal)));

    // A body that is computed anew may be a true answer by another way.
    private static bool IsFixed(Answer answer) =>
        answer.Body is null || answer.Body.DescendantsAndSelf().OfType<Call>().All(call => call == answer.Value || call.Function.LastName() is "str" or "repr" or "format" or "format_exc" or "jsonify" or "dict" or "_" or "gettext" or "list" or "type");

    private static Answer? FindWrite(ExceptHandler caught) =>
        caught.Body is [.., ExpressionStatement { Value: Call { Function: Python.Syntax.Attribute { Name: "write" or "finish", Value: Name { Identifier: "self" } }, Arguments: [var body] } write }]
            ? new Answer(write, 200, body, AnswerForm.Any) : null;

    private static void ExamineGlobal(ExceptionMapping mapping, FunctionDef? definition, ProjectContext context)
    {
        if (definition is null) return;
        context.Examined();
        var semantics = context.Project.Compilation.GetSemanticModel(mapping.Handler!.Tree);
        if (FailureAnswers.SetStatus(definition.Body, semantics)) return;
        foreach (var statement in definition.Body.DescendantsInScope().OfType<Return>())
            // Starlette calls what a handler of exceptions returns: anything but a response fails once more.
            if (statement.Value is { } value && (value is Call || mapping.Framework.Id is not ("fastapi" or "starlette")) && AnswerReader.Read(value, mapping.Framework, semantics) is { IsSuccess: true } answer)
                context.Report(LocationOf(value, semantics), definition.Name, answer.Status!, "it handles what nobody foresaw", Consequence);
    }

    private static Expression? Assigned(ExceptHandler caught, Expression? body) =>
        body is Name name && caught.Body.OfType<Assign>().LastOrDefault(assign => assign.Targets is [Name target] && target.Identifier == name.Identifier) is { } assigned ? assigned.Value : body;

    private static string Written(ExceptHandler caught, SemanticModel model) => caught.Type is null ? "except:" : $"except {model.Tree.Text.ToString(caught.Type.Span)}";

    private static Location LocationOf(SyntaxNode node, SemanticModel model) => new(model.Tree.Path, model.Tree.Text, node.Span);
}
