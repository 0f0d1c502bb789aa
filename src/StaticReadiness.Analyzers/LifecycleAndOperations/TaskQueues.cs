using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Finds by which queue an application hands long work to other processes.</summary>
internal static class TaskQueues
{
    private static readonly HashSet<string> Packages =
        ["celery", "rq", "django_rq", "flask_rq2", "arq", "dramatiq", "django_dramatiq", "huey", "taskiq", "procrastinate", "django_q", "saq", "streaq", "django_tasks", "litestar_saq", "kombu", "temporalio", "rocketry"];

    public static (Location Place, string Text)? Find(Project project)
    {
        if (FrameworkModel.Of(project).Handlers.FirstOrDefault(handler => handler.Role == HandlerRole.Task && IsOfApplication(project, handler)) is { Function: { Definition: { } definition } function })
            return (new Location(function.Tree.Path, function.Tree.Text, definition.NameSpan), $"`{function.Name}` runs in a worker of {(FrameworkModel.Of(project).FindHandler(function)!.Framework.Title)}");
        foreach (var (tree, _) in ApplicationTrees.Of(project))
            foreach (var statement in tree.Root.Body)
                if (PackageOf(statement) is { } package) return (new Location(tree.Path, tree.Text, statement.Span), $"`{package}` runs background work");
        return null;
    }

    private static bool IsOfApplication(Project project, Handler handler) => project.Files.TryGet(handler.Function.Tree.Path) is { Role: FileRoles.Application };

    private static string? PackageOf(Statement statement) => statement switch
    {
        Import import => import.Names.Select(alias => ModuleNames.TopLevel(alias.Name)).FirstOrDefault(Packages.Contains),
        ImportFrom { Level: 0, Module: { } module } when Packages.Contains(ModuleNames.TopLevel(module)) => ModuleNames.TopLevel(module),
        _ => null,
    };
}
