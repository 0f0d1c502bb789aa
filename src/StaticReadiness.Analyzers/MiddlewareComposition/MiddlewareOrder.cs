using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Reports middleware that meets requests before another it depends on.</summary>
public sealed class MiddlewareOrder : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string[]> Pairs = EmbeddedTable.Read("middleware-order.tsv");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1001",
        "middleware-order",
        "Middleware stands outside of another that it depends on",
        "`{0}` meets requests before `{1}`: {2}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "middleware-composition",
        "order")
    {
        Cwe = [696],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no middleware is registered");
        if (RateLimiters.Of(context.Project) is { Place: { } place, Name: { } limiter }) context.Prove("middleware-composition/limits", place, $"`{limiter}` limits how often clients may ask");
        foreach (var stack in MiddlewareStacks.Of(context.Project))
        {
            if (stack.Count > 1) context.Examined(stack.Count);
            foreach (var pair in Pairs)
            {
                if (IndexOf(stack, pair[0], pair[1]) is not (>= 0 and var first) || IndexOf(stack, pair[0], pair[2]) is not (>= 0 and var second) || first < second) continue;
                var culprit = stack[second];
                if (MiddlewareStacks.AreInOneBlock(stack[first], culprit)) context.Report(culprit.Location, ShortName(culprit), ShortName(stack[first]), pair[3]);
            }
        }
    }

    private static int IndexOf(IReadOnlyList<MiddlewareEntry> stack, string framework, string name)
    {
        for (var i = 0; i < stack.Count; i++)
            if (IsOf(stack[i].Framework, framework) && (stack[i].Name == name || (framework != "django" && ShortName(stack[i]) == name))) return i;
        return -1;
    }

    private static bool IsOf(Framework framework, string id) => framework.Id == id || (id == "starlette" && framework.Id == "fastapi");

    private static string ShortName(MiddlewareEntry entry) => entry.Name.Split('.')[^1];
}
