using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>The functions of a project that requests pass on their way to a handler: a fact shared by the rules on middleware.</summary>
internal sealed class MiddlewareFunctions
{
    private static readonly HashSet<string> Methods = ["__call__", "__acall__", "dispatch", "process_request", "process_response", "process_view", "process_exception", "process_template_response"];

    private MiddlewareFunctions(Project project)
    {
        var model = FrameworkModel.Of(project);
        var found = new Dictionary<FunctionSymbol, Framework>();
        foreach (var handler in model.Handlers)
            if (handler.Role == HandlerRole.Middleware) found.TryAdd(handler.Function, handler.Framework);
        foreach (var entry in model.Middleware)
            foreach (var function in FunctionsOf(project.Compilation.FindSymbol(entry.Name) ?? FindByEnd(entry, project), project.Compilation)) found.TryAdd(function, entry.Framework);
        if (model.Applications.FirstOrDefault(application => application.Role == FileRoles.Application) is { } served)
            foreach (var method in project.Compilation.Modules.SelectMany(module => module.Classes).SelectMany(type => type.Methods))
                if (IsServerInterface(method)) found.TryAdd(method, served.Framework);
        All = [.. found.Where(pair => project.Files.TryGet(pair.Key.Tree.Path)?.Role == FileRoles.Application)
            .Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key.Tree.Path, StringComparer.Ordinal).ThenBy(pair => pair.Key.Node.Start)];
    }

    /// <summary>The functions with their frameworks, in order of path and place.</summary>
    public ImmutableArray<(FunctionSymbol Function, Framework Framework)> All { get; }

    public static MiddlewareFunctions Of(Project project) => project.GetFact(static p => new MiddlewareFunctions(p));

    // `sys.path.insert(0, "apps")` in the settings: `utils.Quiet` is `shop.apps.utils.Quiet`.
    private static ClassSymbol? FindByEnd(MiddlewareEntry entry, Project project) =>
        entry.Framework.Id == "django" && entry.Name.Contains('.') && project.Compilation.Modules.SelectMany(module => module.Classes)
            .Where(type => type.QualifiedName.EndsWith("." + entry.Name, StringComparison.Ordinal)).Take(2).ToList() is [var only] ? only : null;

    // Wrapped around an application, `__call__(self, scope, receive, send)` needs no registration: `app.wsgi_app = Middleware(app.wsgi_app)`.
    private static bool IsServerInterface(FunctionSymbol method) =>
        method.Name == "__call__" && method.Definition?.Parameters.Positional.Select(parameter => parameter.Name).ToList() is [_, "environ", "start_response"] or [_, "scope", "receive", "send"];

    private static IEnumerable<FunctionSymbol> FunctionsOf(DeclaredSymbol? symbol, Compilation compilation) => symbol switch
    {
        ClassSymbol type => type.Methods.Where(method => Methods.Contains(method.Name)),
        // `def middleware(get_response): def handle(request): …`
        FunctionSymbol { Definition: { } factory } outer when factory.Body.OfType<FunctionDef>().ToList() is { Count: > 0 } inner =>
            inner.Select(compilation.GetSemanticModel(outer.Tree).GetDeclaredFunction).OfType<FunctionSymbol>(),
        FunctionSymbol function => [function],
        _ => [],
    };
}
