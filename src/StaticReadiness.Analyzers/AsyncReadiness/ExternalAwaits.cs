using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>The awaits of a project that wait for another system or for time, in a coroutine itself or through coroutines it awaits.</summary>
internal sealed class ExternalAwaits
{
    private static readonly ImmutableArray<string> Patterns = [.. EmbeddedTable.Read("external-awaits.tsv").Select(row => row[0])];

    private static readonly FrozenSet<string> Names = Patterns.Where(pattern => !pattern.Contains('*')).ToFrozenSet();

    private static readonly ImmutableArray<(string Start, string End)> Families = [.. Patterns.Where(pattern => pattern.Contains('*')).Select(pattern => (pattern[..pattern.IndexOf('*')], pattern[(pattern.IndexOf('*') + 1)..]))];

    // Spares resolving all other calls.
    private static readonly FrozenSet<string> LastNames = Names.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToFrozenSet();

    private readonly Dictionary<FunctionSymbol, CallStep> next = [];

    private ExternalAwaits(Project project)
    {
        var graph = project.Compilation.CallGraph;
        var queue = new Queue<FunctionSymbol>();
        foreach (var coroutine in LoopCode.Coroutines(project))
        {
            if (FindDirect(coroutine.Definition!.Body.DescendantsInScope(), project.Compilation.GetSemanticModel(coroutine.Tree)) is not { } found) continue;
            next[coroutine] = new CallStep(coroutine.Tree, found.Call.Span, found.Name, null, null);
            queue.Enqueue(coroutine);
        }

        while (queue.TryDequeue(out var callee))
            foreach (var site in graph.GetCallers(callee))
                if (IsAwaited(site) && !IsBackoff(site.Node, FoundBy(callee)) && next.TryAdd(site.Caller, new CallStep(site.Caller.Tree, site.Node.Span, site.CalleeName, callee, null)))
                    queue.Enqueue(site.Caller);
    }

    public static ExternalAwaits Of(Project project) => project.GetFact(static p => new ExternalAwaits(p));

    /// <summary>The qualified name of the library call when a call waits for another system itself, or null.</summary>
    public static string? NameOf(Call call, SemanticModel model)
    {
        if (call.Function.LastName() is not { } last || !(LastNames.Contains(last) || Families.Any(family => EndsAs(last, family.End)))) return null;
        if (call.Parent is not (Await or WithItem or For) || model.GetQualifiedName(call.Function) is not { } name || IsPause(call, name) || IsBackoff(call, name)) return null;
        return Names.Contains(name) || Families.Any(family => name.StartsWith(family.Start, StringComparison.Ordinal) && name.EndsWith(family.End, StringComparison.Ordinal)) ? name : null;
    }

    /// <summary>Whether a library call waits for time alone.</summary>
    public static bool IsSleep(string name) => name.EndsWith(".sleep", StringComparison.Ordinal);

    /// <summary>The way from a coroutine of the project to the library call it waits in; empty when there is none.</summary>
    public ImmutableArray<CallStep> PathFrom(FunctionSymbol coroutine)
    {
        var path = ImmutableArray.CreateBuilder<CallStep>();
        for (var at = coroutine; at is not null && next.TryGetValue(at, out var step); at = step.Callee) path.Add(step);
        return path.ToImmutable();
    }

    /// <summary>Whether a call runs its coroutine before the caller goes on: it is awaited, alone or with others.</summary>
    public static bool IsAwaited(CallSite site) =>
        site is { Callee: { IsCoroutine: true }, Node: Call call } && (site.Mode == CallMode.Direct || call.Parent is Call { Parent: Await } outer && outer.Function.LastName() is "gather" or "wait_for" or "shield");

    private static (Call Call, string Name)? FindDirect(IEnumerable<SyntaxNode> nodes, SemanticModel model)
    {
        foreach (var call in nodes.OfType<Call>())
            if (NameOf(call, model) is { } name) return (call, name);
        return null;
    }

    private static bool EndsAs(string last, string end) => end[0] == '.' ? last == end[1..] : last.EndsWith(end, StringComparison.Ordinal);

    // Nobody sleeps in an `except` as long as the other side answers.
    private static bool IsBackoff(SyntaxNode call, string name) => IsSleep(name) && call.FirstAncestor<ExceptHandler>() is not null;

    // What a coroutine waits in at the end of its way.
    private string FoundBy(FunctionSymbol coroutine) => PathFrom(coroutine)[^1].CalleeName;

    // A moment's pause lets others run and holds nothing up.
    private static bool IsPause(Call call, string name) =>
        IsSleep(name) && call.Arguments is [Constant { ConstantKind: ConstantKind.Integer or ConstantKind.Float, Text: { } text }, ..]
        && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds < 0.5;
}
