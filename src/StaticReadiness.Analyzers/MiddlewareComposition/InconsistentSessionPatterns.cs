using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Reports request handlers that take their database session another way than most.</summary>
public sealed class InconsistentSessionPatterns : DiagnosticAnalyzer
{
    // Of fewer handlers no habit can be told.
    private const int Fewest = 4;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1005",
        "inconsistent-session-patterns",
        "Request handlers take database sessions in several ways",
        "`{0}` takes its database session from {1}; {2} of {3} handlers take theirs from {4}",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "middleware-composition",
        "single-place");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no request handler uses a session of SQLAlchemy");
        foreach (var group in FrameworkModel.Of(context.Project).Handlers
            .Where(handler => handler.Role == HandlerRole.Route && context.Project.Files.TryGet(handler.Function.Tree.Path)?.Role == FileRoles.Application)
            .GroupBy(handler => handler.Framework))
            Examine([.. group], context);
    }

    private static void Examine(List<Handler> handlers, ProjectContext context)
    {
        var found = handlers.SelectMany(handler => SessionSources.Of(handler.Function, context.Project.Compilation.GetSemanticModel(handler.Function.Tree)).Select(source => (Handler: handler, Source: source))).ToList();
        var total = found.Select(item => item.Handler.Function).Distinct().Count();
        if (total == 0) return;
        context.Examined(found.Count);
        var usual = found.GroupBy(item => item.Source.Key).OrderByDescending(way => way.Count()).ThenBy(way => way.Key, StringComparer.Ordinal).First();
        if (total < Fewest || usual.Count() * 2 <= total) return;
        foreach (var (handler, source) in found.Where(item => item.Source.Key != usual.Key))
            context.Report(LocationOf(handler.Function, source), handler.Function.Name, source.Way, usual.Count(), total, usual.First().Source.Way);
    }

    private static Location LocationOf(FunctionSymbol function, SessionSource source) => new(function.Tree.Path, function.Tree.Text, source.Place.Span);
}
