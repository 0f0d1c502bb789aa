using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds web2py's actions: every function without parameters at the top of <c>applications/APP/controllers/NAME.py</c> (web2py book, dispatching).</summary>
internal static class Web2PyFinder
{
    public static IEnumerable<Route> Find(ProjectFacts facts, HandlerCollection handlers)
    {
        var framework = FrameworkTables.Frameworks["web2py"];
        if (!facts.Use.Contains(framework)) yield break;
        foreach (var file in facts.Files)
        {
            if (file.Path.Split('/') is not [.., "applications", var application, "controllers", var controller]) continue;
            foreach (var function in file.Module.Functions.Where(IsAction))
            {
                var path = $"/{application}/{Path.GetFileNameWithoutExtension(controller)}/{function.Name}";
                yield return new Route(framework, ["*"], path, function.QualifiedName, handlers.Add(function, framework, HandlerRole.Route), file.Place(function.Definition!.NameSpan));
            }
        }
    }

    public static bool IsController(string path) => path.Split('/') is [.., "applications", _, "controllers", _];

    private static bool IsAction(FunctionSymbol function) =>
        function is { Definition.Parent: Python.Syntax.Module, Parameters.IsEmpty: true } && !function.Name.StartsWith("__", StringComparison.Ordinal);
}
