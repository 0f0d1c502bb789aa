using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Reports middleware that is registered twice.</summary>
public sealed class DuplicateMiddleware : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1008",
        "duplicate-middleware",
        "The same middleware is registered twice",
        "`{0}` is registered a second time: every request passes it twice",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "middleware-composition",
        "order");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no middleware is registered");
        foreach (var stack in MiddlewareStacks.Of(context.Project))
        {
            if (stack.Count > 1) context.Examined(stack.Count);
            foreach (var same in stack.Where(CanBeCompared).GroupBy(entry => entry.Name, StringComparer.Ordinal))
            {
                var entries = same.OrderBy(entry => entry.Location.Span.Start).ToList();
                foreach (var again in entries.Skip(1))
                    if (MiddlewareStacks.AreInOneBlock(entries[0], again)) context.Report(again.Location, again.Name.Split('.')[^1]);
            }
        }
    }

    // Two of a kind may differ in their arguments; hooks of Flask and Bottle are named for the moment, not for what they do.
    private static bool CanBeCompared(MiddlewareEntry entry) =>
        entry is { HasArguments: false, Framework.Id: "django" or "fastapi" or "starlette" or "litestar" or "aiohttp" } && entry.Name.Contains('.');
}
