using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds web2py's actions: every function without parameters at the top of <c>applications/APP/controllers/NAME.py</c> (web2py book, dispatching).</summary>
internal static class Web2PyFinder
{
    public static IEnumerable<Route> Find(ProjectFacts facts, HandlerCollection handlers)
    {
        var framework = FrameworkTables.Frameworks["web2py"];
        foreach (var file in facts.Files)
        {
            var tree = file.Model.Tree;
            if (tree.Path.Split('/') is not [.., "applications", var application, "controllers", var controller]) continue;
            foreach (var function in tree.Root.Body.OfType<FunctionDef>())
            {
                if (function.Name.StartsWith("__", StringComparison.Ordinal) || !IsWithoutParameters(function.Parameters)) continue;
                if (file.Model.GetDeclaredFunction(function) is not { } symbol) continue;
                var path = $"/{application}/{Path.GetFileNameWithoutExtension(controller)}/{function.Name}";
                yield return new Route(framework, ["*"], path, symbol.QualifiedName, handlers.Add(symbol, framework, HandlerRole.Route), new Location(tree.Path, tree.Text, function.NameSpan));
            }
        }
    }

    private static bool IsWithoutParameters(Parameters parameters) =>
        parameters is { PositionalOnly.IsEmpty: true, Positional.IsEmpty: true, KeywordOnly.IsEmpty: true, VarArg: null, KwArg: null };
}
