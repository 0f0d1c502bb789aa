using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>
/// Tells which of several applications a handler of exceptions serves when no object says so: a base class of handlers, a middleware, a setting.
/// It serves the applications that import its module and those that lie nearest to it in the tree.
/// </summary>
internal sealed class BoundaryScope(ProjectFacts facts, ImmutableArray<WebApplication> applications)
{
    private readonly Dictionary<string, HashSet<string>> reached = [];

    public bool Covers(ExceptionBoundary boundary, WebApplication application)
    {
        var rivals = applications.Where(other => other != application && !IsBeside(other) && AreRelated(other.Framework, application.Framework) && other.Name != application.Name).ToList();
        if (rivals.Count == 0) return true;
        var near = Nearness(boundary.Location.Path, application.Location.Path);
        return rivals.All(other => Nearness(boundary.Location.Path, other.Location.Path) <= near) || ReachedFrom(application.Location.Path).Contains(boundary.Location.Path);
    }

    public static bool AreRelated(Framework one, Framework other) =>
        one == other || (one.Id is "fastapi" or "starlette" && other.Id is "fastapi" or "starlette") || (one.Id is "django" or "drf" && other.Id is "django" or "drf");

    private static bool IsBeside(WebApplication application) => (application.Role & (FileRoles.Test | FileRoles.Example | FileRoles.Documentation)) != FileRoles.None;

    private static int Nearness(string one, string other)
    {
        var first = one.Split('/');
        var second = other.Split('/');
        var same = 0;
        while (same < first.Length - 1 && same < second.Length - 1 && first[same] == second[same]) same++;
        return same;
    }

    // The files that the application's module imports, also through others.
    private HashSet<string> ReachedFrom(string path)
    {
        if (reached.TryGetValue(path, out var known)) return known;
        var found = reached[path] = [];
        var compilation = facts.Project.Compilation;
        var open = new Stack<ModuleSymbol>(compilation.Modules.Where(module => module.Tree.Path == path));
        while (open.TryPop(out var module))
        {
            if (!found.Add(module.Tree.Path)) continue;
            foreach (var import in module.Summary.Imports)
            {
                if (ModuleNames.ResolveRelative(module.Package, import.Level, import.Module) is not { } name) continue;
                if (compilation.FindModule(name, module) is { } source) open.Push(source);
                if (import.Name is { } member && compilation.FindModule($"{name}.{member}", module) is { } inner) open.Push(inner);
            }
        }

        return found;
    }
}
