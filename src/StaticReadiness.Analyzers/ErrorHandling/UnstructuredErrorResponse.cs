using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ErrorHandling.Answers;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports APIs whose clients cannot read errors the way they read answers: pages for JSON clients, a different shape at every route.</summary>
public sealed class UnstructuredErrorResponse : DiagnosticAnalyzer
{
    // Of fewer error bodies no habit can be told.
    private const int Fewest = 6;

    private const double MostForms = 0.75;

    private static readonly HashSet<string> JsonErrorLibraries = ["flask_restful", "flask_restx", "flask_smorest", "apiflask", "connexion", "flask_openapi3", "flask_rebar", "flask_apispec", "spectree", "eve"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0107",
        "unstructured-error-response",
        "Clients of an API cannot read its errors the way they read its answers",
        "{0}: {1}",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "error-handling",
        "structured-errors");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var model = FrameworkModel.Of(context.Project);
        var habits = AnswerHabits.Of(context.Project);
        context.NotApplicable("no application answers JSON");
        if (context.Project.Kind != ProjectKind.Application) return;
        var apis = model.Applications.Where(application => application is { Role: FileRoles.Application, IsMounted: false } && habits.AnswersJson(application.Framework)).DistinctBy(application => application.Framework).ToList();
        if (apis.Count == 0) return;
        context.Examined();
        ExamineHandlers(context, model, habits);
        foreach (var application in apis.Where(application => application.Framework.Id is "flask" or "quart")) ExamineDefault(context, application, model);
        ExamineShapes(context, apis[0], habits);
    }

    private static void ExamineHandlers(ProjectContext context, FrameworkModel model, AnswerHabits habits)
    {
        foreach (var mapping in model.ExceptionMappings.Where(mapping => mapping is { IsCatchAll: true, Handler.Definition: not null }).DistinctBy(mapping => mapping.Handler))
        {
            if (!habits.AnswersJson(mapping.Framework) || context.Project.Files.TryGet(mapping.Handler!.Tree.Path)?.Role != FileRoles.Application) continue;
            var semantics = context.Project.Compilation.GetSemanticModel(mapping.Handler.Tree);
            var answers = mapping.Handler.Definition!.Body.DescendantsInScope().OfType<Return>().Where(statement => statement.Value is not null)
                .Select(statement => AnswerReader.Read(statement.Value!, mapping.Framework, semantics)).ToList();
            context.Examined();
            // one that looks at what the client accepts answers in several forms
            if (answers is [{ Form: AnswerForm.Html or AnswerForm.Text } only])
                context.Report(new Location(semantics.Tree.Path, semantics.Tree.Text, only.Value.Span), $"`{mapping.Handler.Name}` answers {(only.Form == AnswerForm.Html ? "a page" : "plain text")}", "the routes answer JSON");
        }
    }

    private static void ExamineDefault(ProjectContext context, WebApplication application, FrameworkModel model)
    {
        if (application.IsDynamic || UsesJsonErrors(context.Project)) return;
        context.Examined();
        var isHandled = model.ExceptionMappings.Any(mapping => mapping.Framework == application.Framework && (mapping.IsCatchAll || FrameworkTables.LastName(mapping.Caught) is "HTTPException" or "404" or "NotFound"));
        if (!isHandled && application.Boundaries.IsEmpty) context.Report(application.Location, $"`{application.Name}` leaves refusals to {application.Framework.Title}, which answers pages", "its routes answer JSON");
    }

    private static bool UsesJsonErrors(Project project) => ApplicationTrees.Of(project).Any(item => item.Tree.Root.Body.Any(statement => statement switch
    {
        Import import => import.Names.Any(alias => JsonErrorLibraries.Contains(ModuleNames.TopLevel(alias.Name))),
        ImportFrom { Module: { } module } => JsonErrorLibraries.Contains(ModuleNames.TopLevel(module)),
        _ => false,
    }));

    private static void ExamineShapes(ProjectContext context, WebApplication application, AnswerHabits habits)
    {
        if (habits.Bodies.Count < Fewest) return;
        context.Examined();
        var keys = habits.Bodies.GroupBy(body => body.Key).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (keys[0].Count() > MostForms * habits.Bodies.Count) return;
        var counts = string.Join(", ", keys.Take(4).Select(group => $"`{group.Key}` {group.Count()}×"));
        context.Report(context.CreateDiagnostic(application.Location, $"the errors of `{application.Name}` say what went wrong under several keys", counts) with
        {
            Related = [.. keys.Take(4).Select(group => new CodeFlowStep(group.First().Location, $"here under `{group.Key}`"))],
        });
    }
}
