using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports variables of modules that requests change.</summary>
public sealed class MutableGlobalState : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Containers =
        ["builtins.dict", "builtins.list", "builtins.set", "collections.defaultdict", "collections.OrderedDict", "collections.deque", "collections.Counter", "dict", "list", "set"];

    /// <summary>Words by which a variable says that it may be filled again at any time, that filling it is its use, or that it tells of the whole process.</summary>
    private static readonly HashSet<string> AcceptedWords = ["cache", "cached", "caches", "memo", "memoized", "registry", "registered", "registrations", "lru", "pool", "singleton", "instances", "modified", "dirty", "shutdown", "shutting", "stopping", "exiting", "terminating", "restarting", "signal", "expires", "expiry", "ttl", "fetched", "refreshed"];

    /// <summary>Words of functions that prepare or end the application, from whatever button they are started.</summary>
    private static readonly HashSet<string> LifecycleWords = ["setup", "init", "initialize", "initialise", "configure", "dispose", "shutdown", "close", "stop", "teardown", "reset", "restart", "reload", "load"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0602",
        "mutable-global-state",
        "Requests change a variable of a module",
        "All requests share `{0}`, and `{1}` changes it{2}",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "testing-culture",
        "injection")
    {
        Cwe = [362, 1108],
        PeerIds = ["PLW0603", "global-statement", "W0603"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no request handler, or no variable that one could change");
        var code = context.Project.Kind == ProjectKind.Application ? RequestCode.Of(context.Project) : [];
        if (code.Count == 0) return;
        var variables = FindVariables(context);
        var writes = FindWrites(context, code, variables);
        var emptied = writes.Count == 0 ? [] : ApplicationTrees.Of(context.Project).SelectMany(file => GlobalWrites.EmptiedIn(context.Project.Compilation.GetSemanticModel(file.Tree))).ToHashSet();
        foreach (var variable in variables.Values)
        {
            // What goes in and comes out again is bookkeeping of what is under way: connections, subscribers, tasks.
            if (writes.ContainsKey(variable.Key) && emptied.Contains(variable.Key)) writes.Remove(variable.Key);
            if (variable.IsContainer && !IsConstant(variable.Name)) context.Examined();
            if (!writes.TryGetValue(variable.Key, out var found)) continue;
            if (!variable.IsContainer || IsConstant(variable.Name)) context.Examined();
            var (function, place) = found[0];
            var through = function.Path.IsEmpty ? "" : $", which the handler `{function.Handler.Function.Name}` calls{(function.Path.Length > 1 ? " through others" : "")}";
            context.Report(context.CreateDiagnostic(variable.Location, variable.Name, function.Function.Name, through) with
            {
                CodeFlow = function.FlowTo(place, $"changes `{variable.Name}`"),
                Related = [.. found.Skip(1).Select(write => new CodeFlowStep(new Location(write.Function.Function.Tree.Path, write.Function.Function.Tree.Text, write.Place.Span), $"changed in `{write.Function.Function.Name}`"))],
            });
        }
    }

    private static Dictionary<string, Variable> FindVariables(ProjectContext context)
    {
        var found = new Dictionary<string, Variable>();
        foreach (var (tree, _) in ApplicationTrees.Of(context.Project))
        {
            var model = context.Project.Compilation.GetSemanticModel(tree);
            foreach (var statement in tree.Root.Body)
            {
                var (target, value) = statement switch { Assign { Targets: [Name only] } assign => (only, assign.Value), AnnAssign { Target: Name only } assign => (only, assign.Value), _ => (null, null) };
                if (target is null || IdentifierWords.Split(target.Identifier).Any(AcceptedWords.Contains)) continue;
                var key = $"{model.ModuleName}.{target.Identifier}";
                found.TryAdd(key, new Variable(key, target.Identifier, IsContainer(value, model), new Location(tree.Path, tree.Text, target.Span)));
            }
        }

        return found;
    }

    private static Dictionary<string, List<(RequestFunction Function, SyntaxNode Place)>> FindWrites(ProjectContext context, IReadOnlyList<RequestFunction> code, Dictionary<string, Variable> variables)
    {
        var writes = new Dictionary<string, List<(RequestFunction, SyntaxNode)>>();
        foreach (var function in code)
        {
            if (function.Function.Definition is not { } definition || IsAccepted(definition.Name) || IsInCommand(definition)) continue;
            context.CancellationToken.ThrowIfCancellationRequested();
            var model = context.Project.Compilation.GetSemanticModel(function.Function.Tree);
            foreach (var (key, place, isRebinding) in GlobalWrites.In(definition, model))
            {
                if (!variables.TryGetValue(key, out var variable) || (!isRebinding && !variable.IsContainer)) continue;
                if (!writes.TryGetValue(key, out var found)) writes[key] = found = [];
                found.Add((function, place));
            }
        }

        return writes;
    }

    private static bool IsContainer(Expression? value, SemanticModel model) => value switch
    {
        Dict or List or Set or ListComp or DictComp or SetComp => true,
        Call call => model.GetQualifiedName(call.Function) is { } name && Containers.Contains(name),
        _ => false,
    };

    // Numbers that a process hands out, `generate_id()`, are meant to be its own.
    private static bool IsAccepted(string function)
    {
        var words = IdentifierWords.Split(function);
        // `_get_redis_client()` connects at its first use, and remembers whether it could.
        if (words is [.., "client" or "connection" or "engine" or "pool"] && words.Contains("get")) return true;
        return words.Any(LifecycleWords.Contains) || (words.Any(word => word is "id" or "ids" or "uid" or "sequence") && words.Any(word => word is "generate" or "next" or "new" or "make"));
    }

    // The server a command starts to be called back has one visitor.
    private static bool IsInCommand(FunctionDef handler) =>
        handler.Ancestors().OfType<FunctionDef>().Any(command => command.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName() is "command"));

    private static bool IsConstant(string name) => !name.Any(char.IsLower);

    private sealed record Variable(string Key, string Name, bool IsContainer, Location Location);
}
