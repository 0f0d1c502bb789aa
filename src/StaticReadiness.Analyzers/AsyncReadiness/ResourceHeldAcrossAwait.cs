using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports database connections held while a coroutine waits for another system, and locks of threads held over any await.</summary>
public sealed class ResourceHeldAcrossAwait : DiagnosticAnalyzer
{
    private static readonly FrozenDictionary<string, string> Resources = EmbeddedTable.Read("held-resources.tsv").ToFrozenDictionary(row => row[0], row => row[1]);

    private static readonly FrozenSet<string> Releasing = FrozenSet.Create("commit", "rollback", "close", "aclose", "invalidate");

    // These change the session's own books and send nothing.
    private static readonly FrozenSet<string> Bookkeeping = FrozenSet.Create("add", "add_all", "expunge", "expunge_all", "expire", "expire_all", "info", "is_modified");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0907",
        "resource-held-across-await",
        "A connection or lock is held while a coroutine waits",
        "`{0}` is held while {1}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "async-readiness",
        "resources-across-await")
    {
        Cwe = [400, 667],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no coroutine holds a connection, a session or a lock over a block");
        foreach (var coroutine in LoopCode.Coroutines(context.Project))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var model = context.Project.Compilation.GetSemanticModel(coroutine.Tree);
            foreach (var block in coroutine.Definition!.Body.DescendantsInScope().OfType<With>())
                // `async with sessions() as session, session.begin():` holds one connection.
                foreach (var resource in block.Items.Select(item => FindResource(item, block, model)).OfType<(Expression Place, string Name, string From)>().DistinctBy(resource => resource.Name))
                    ExamineBlock(context, coroutine, block, resource, model);
        }
    }

    private static void ExamineBlock(ProjectContext context, FunctionSymbol coroutine, With block, (Expression Place, string Name, string From) resource, SemanticModel model)
    {
        context.Examined();
        var place = new Location(coroutine.Tree.Path, coroutine.Tree.Text, resource.Place.Span);
        if (resource.From == "lock")
        {
            if (!block.IsAsync && block.Body.DescendantsInScope().Any(node => node is Await or With { IsAsync: true } or For { IsAsync: true }))
                context.Report(place, resource.Place.DottedName() ?? resource.Name, "the coroutine waits: whoever asks for this lock of threads meanwhile stops the event loop");
            return;
        }

        var sites = context.Project.Compilation.CallGraph.GetCalls(coroutine).Where(ExternalAwaits.IsAwaited).DistinctBy(site => site.Node.Start).ToDictionary(site => site.Node.Start);
        foreach (var call in block.Body.DescendantsInScope().OfType<Call>().OrderBy(call => call.Start))
        {
            ImmutableArray<CallStep> path = [];
            var own = ExternalAwaits.NameOf(call, model);
            if (own is null && !(sites.TryGetValue(call.Start, out var site) && (path = ExternalAwaits.Of(context.Project).PathFrom(site.Callee!)) is { IsEmpty: false })) continue;
            if (resource.From == "use" && !IsInUse(block, call, resource.Name)) continue;
            context.Report(context.CreateDiagnostic(place, resource.Name, $"`{LoopCode.Written(call)}()` {Waits(own ?? path[^1].CalleeName)}") with { CodeFlow = FlowOf(coroutine, call, path) });
            return;
        }
    }

    private static string Waits(string name) => ExternalAwaits.IsSleep(name) ? "lets time pass" : "waits for another system";

    private static (Expression Place, string Name, string From)? FindResource(WithItem item, With block, SemanticModel model)
    {
        var (place, name) = item switch
        {
            { Target: Name target } => (block.Body.DescendantsInScope().OfType<Name>().FirstOrDefault(use => use.Identifier == target.Identifier && use.Context == ExpressionContext.Load), target.Identifier),
            { Value: Call { Function: Attribute { Value: Name owner, Name: "begin" or "begin_nested" or "transaction" } } } => (owner, owner.Identifier),
            { Value: Name or Attribute } => ((Expression)item.Value, item.Value.LastName()!),
            _ => (null, ""),
        };
        return place is not null && ResourceOf(model.GetType(place)) is { } from ? (item.Target is Name bound ? bound : item.Value, name, from) : null;
    }

    private static string? ResourceOf(TypeReference? type)
    {
        if (type is not { IsInstance: true }) return null;
        if (Resources.TryGetValue(type.QualifiedName, out var from)) return from;
        return type.Class is { } @class ? Resources.Where(resource => resource.Value != "lock" && @class.IsSubclassOf(resource.Key)).Select(resource => resource.Value).FirstOrDefault() : null;
    }

    // A session takes its connection with the first statement and gives it back at the end of the transaction.
    private static bool IsInUse(With block, Call slow, string name)
    {
        var last = block.Body.DescendantsInScope().OfType<Call>()
            .Where(call => call.Start < slow.Start && call.End <= slow.Start && Uses(call, name))
            .OrderBy(call => call.Start).LastOrDefault();
        return last is not null && !(last.Function is Attribute { Value: Name, Name: var method } && Releasing.Contains(method));
    }

    private static bool Uses(Call call, string name) =>
        call.Function is Attribute { Value: Name owner, Name: var method } && owner.Identifier == name ? !Bookkeeping.Contains(method)
        : call.Arguments.Concat(call.Keywords.Select(keyword => keyword.Value)).Any(argument => argument is Name given && given.Identifier == name) && call.Parent is Await or WithItem or For;

    private static ImmutableArray<CodeFlowStep> FlowOf(FunctionSymbol coroutine, Call call, ImmutableArray<CallStep> path)
    {
        if (path.IsEmpty) return [];
        var first = new CodeFlowStep(new Location(coroutine.Tree.Path, coroutine.Tree.Text, call.Function.Span), $"`async def {coroutine.Name}` awaits `{LoopCode.Written(call)}()`");
        return [first, .. path.Select(step => new CodeFlowStep(LoopCode.LocationOf(step), step.Callee is null ? $"`{step.CalleeName}()` {Waits(step.CalleeName)}" : $"awaits `{LoopCode.ShortName(step.CalleeName)}()`"))];
    }
}
