using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ErrorHandling.Answers;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports responses that hold the text or the traceback of an exception nobody foresaw.</summary>
public sealed class ExceptionDetailsExposed : DiagnosticAnalyzer
{
    private static readonly HashSet<string> OperatorWords = ["test", "check", "validate", "verify", "probe", "health", "healthcheck", "healthz", "ping", "debug", "diagnose", "admin", "backoffice", "internal", "preview"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0105",
        "exception-details-exposed",
        "A response holds internals of an exception",
        "`{0}` sends clients {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "error-handling",
        "no-leak")
    {
        Cwe = [209, 497],
        PeerIds = ["py/stack-trace-exposure"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var model = FrameworkModel.Of(context.Project);
        if (model.Applications.IsEmpty) context.NotApplicable("no web application");
        var habits = AnswerHabits.Of(context.Project);
        if (model.Applications.Any(application => application is { Role: FileRoles.Application, IsMounted: false } && habits.AnswersJson(application.Framework))) ErrorSchema.Prove(context, habits);
        var seen = new HashSet<SyntaxNode>();
        foreach (var mapping in model.ExceptionMappings.Where(mapping => mapping is { IsCatchAll: true, Handler.Definition: not null }))
            if (IsExamined(mapping.Handler!, context) && seen.Add(mapping.Handler!.Node)) ExamineGlobal(mapping.Handler, mapping.Handler.Definition!, context);
        foreach (var handler in model.Handlers)
        {
            if (handler.Role is not (HandlerRole.Route or HandlerRole.Middleware or HandlerRole.Dependency) || handler.Function.Definition is not { } definition || !IsExamined(handler.Function, context)) continue;
            context.Examined();
            if (IsForOperators(handler.Function)) continue;
            var semantics = context.Project.Compilation.GetSemanticModel(handler.Function.Tree);
            foreach (var caught in definition.Body.DescendantsInScope().OfType<ExceptHandler>().Where(caught => caught.IsBroad()))
                Report(new ExposureFinder(caught.Name, semantics).Find(caught.Body), handler.Function, semantics, context);
        }
    }

    private static bool IsExamined(FunctionSymbol function, ProjectContext context) => context.Project.Files.TryGet(function.Tree.Path)?.Role == FileRoles.Application;

    // What a test of a connection says is the point of it, and operators read it.
    private static bool IsForOperators(FunctionSymbol function) =>
        IdentifierWords.Split($"{function.ContainingClass?.Name} {function.Name} {function.Tree.Path}").Any(OperatorWords.Contains);

    private static void ExamineGlobal(FunctionSymbol function, FunctionDef definition, ProjectContext context)
    {
        context.Examined();
        var parameter = definition.Parameters.Positional.Concat(definition.Parameters.PositionalOnly)
            .FirstOrDefault(parameter => IdentifierWords.Split(parameter.Name) is [.., var last] && last is "error" or "err" or "exc" or "exception" or "e" or "ex");
        var semantics = context.Project.Compilation.GetSemanticModel(function.Tree);
        Report(new ExposureFinder(parameter?.Name, semantics).Find(definition.Body), function, semantics, context);
    }

    private static void Report(IEnumerable<Exposure> exposures, FunctionSymbol function, SemanticModel model, ProjectContext context)
    {
        foreach (var exposure in exposures.DistinctBy(found => model.Tree.Text.GetLineIndex(found.Place.Start)))
            context.Report(context.CreateDiagnostic(new Location(model.Tree.Path, model.Tree.Text, exposure.Place.Span), function.Name, exposure.What) with
            {
                Severity = exposure.IsRefusal ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
            });
    }
}
