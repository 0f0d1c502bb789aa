using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ErrorHandling.Answers;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports what clients may send that ends as an internal error: a wrong number, a missing key, an id of nothing.</summary>
public sealed class ClientErrorAs500 : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0113",
        "client-error-as-500",
        "A mistake of the client is answered as a fault of the server",
        "`{0}` raises {1} where the client errs: the answer is 500",
        DiagnosticSeverity.Note,
        Precision.Medium,
        "error-handling",
        "taxonomy")
    {
        Cwe = [755, 20],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no request handler reads what clients send");
        var model = FrameworkModel.Of(context.Project);
        var mapped = model.ExceptionMappings.Where(mapping => !mapping.IsCatchAll).Select(mapping => FrameworkTables.LastName(mapping.Caught)).ToHashSet();
        ProveHierarchy(context, model);
        foreach (var handler in model.Handlers)
        {
            if (handler.Role != HandlerRole.Route || handler.Function.Definition is not { } definition || context.Project.Files.TryGet(handler.Function.Tree.Path)?.Role != FileRoles.Application) continue;
            var semantics = context.Project.Compilation.GetSemanticModel(handler.Function.Tree);
            var risks = new ClientRisks(handler, definition, semantics);
            foreach (var risk in risks.Find().DistinctBy(risk => risk.Key is null ? semantics.Tree.Text.ToString(risk.Shown.Span).Replace('"', '\'') : "key " + risk.Key))
            {
                context.Examined();
                if (mapped.Overlaps(risk.Exceptions) || mapped.Contains("*") || risks.IsCared(risk)) continue;
                context.Report(context.CreateDiagnostic(new Location(semantics.Tree.Path, semantics.Tree.Text, risk.Place.Span), semantics.Tree.Text.ToString(risk.Shown.Span).ReplaceLineEndings(" ") is { Length: > 60 } text ? text[..57] + "…" : semantics.Tree.Text.ToString(risk.Shown.Span), $"`{risk.Exceptions[0]}`") with
                {
                    Severity = risk.Exceptions[0] is "DoesNotExist" or "NoResultFound" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Note,
                });
            }
        }
    }

    // Classes of the project's own, each with its answer.
    private static void ProveHierarchy(ProjectContext context, FrameworkModel model)
    {
        var mappings = model.ExceptionMappings.Where(mapping => mapping is { IsCatchAll: false, Class: not null, Handler: not null } && context.Project.Files.TryGet(mapping.Handler.Tree.Path)?.Role == FileRoles.Application).DistinctBy(mapping => mapping.Class).ToList();
        if (mappings.Count < 2) return;
        var shown = string.Join(", ", mappings.Take(3).Select(mapping => $"`{mapping.Class!.Name}`"));
        context.Prove("error-handling/taxonomy", mappings[0].Location, $"{shown}{(mappings.Count > 3 ? $" and {mappings.Count - 3} more" : "")} have answers of their own");
    }
}
