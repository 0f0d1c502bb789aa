using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

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
            if (ApplicationOf(file.Path, facts.Project.Files) is not { } application) continue;
            foreach (var function in file.Module.Functions.Where(IsAction))
            {
                var path = $"/{application}/{Path.GetFileNameWithoutExtension(file.Path)}/{function.Name}";
                yield return new Route(framework, ["*"], path, function.QualifiedName, handlers.Add(function, framework, HandlerRole.Route), file.Place(function.Definition!.NameSpan));
            }
        }
    }

    /// <summary>The name of the application whose controller a file is, or null; an ellipsis where the application is all of the repository.</summary>
    public static string? ApplicationOf(string path, RepositoryFiles files)
    {
        if (path.Split('/') is not [.. var folders, "controllers", _]) return null;
        if (folders is [.., "applications", var name]) return name;
        var root = string.Concat(folders.Select(folder => folder + "/"));
        // its models run before every action, and `appadmin` comes with every application
        return files.TryGet(root + "controllers/appadmin.py") is not null && files.TryGet(root + "controllers/__init__.py") is null && files.TryGet(root + "models/db.py") is not null
            ? folders is [.., var folder] ? folder : PathText.Unknown : null;
    }

    private static bool IsAction(FunctionSymbol function) =>
        function is { Definition.Parent: Python.Syntax.Module, Parameters.IsEmpty: true } && !function.Name.StartsWith("__", StringComparison.Ordinal);
}
