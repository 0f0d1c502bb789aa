using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>The functions of the application that requests run: handlers, and what they call in place: a fact shared by rules.</summary>
internal sealed class RequestCode
{
    private const int MaximumSteps = 3;
    private readonly Project project;
    private readonly List<RequestFunction> found = [];
    private readonly HashSet<FunctionSymbol> seen = [];

    private RequestCode(Project project)
    {
        this.project = project;
        var open = new Queue<RequestFunction>();
        foreach (var handler in FrameworkModel.Of(project).Handlers)
            if (handler.Role is HandlerRole.Route or HandlerRole.Dependency or HandlerRole.Middleware or HandlerRole.ExceptionHandler or HandlerRole.Consumer)
                Add(new RequestFunction(handler.Function, handler, []), open);
        while (open.TryDequeue(out var current))
        {
            if (current.Path.Length == MaximumSteps) continue;
            foreach (var site in project.Compilation.CallGraph.GetCalls(current.Function))
                if (site is { Callee: { } callee, Mode: CallMode.Direct or CallMode.Offloaded }) Add(new RequestFunction(callee, current.Handler, [.. current.Path, site]), open);
        }
    }

    /// <summary>The functions, those fewest calls away from a handler first.</summary>
    public static IReadOnlyList<RequestFunction> Of(Project project) => Fact(project).found;

    /// <summary>Whether requests run a function.</summary>
    public static bool Contains(Project project, FunctionSymbol function) => Fact(project).seen.Contains(function);

    private static RequestCode Fact(Project project) => project.GetFact(static p => new RequestCode(p));

    private void Add(RequestFunction function, Queue<RequestFunction> open)
    {
        if (project.Files.TryGet(function.Function.Tree.Path) is not { Role: FileRoles.Application } || !seen.Add(function.Function)) return;
        found.Add(function);
        open.Enqueue(function);
    }
}
