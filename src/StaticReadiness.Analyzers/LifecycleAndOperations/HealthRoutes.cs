using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Finds by which route, package or command the health of a project's applications can be asked for (FRAMEWORKS.md section 11).</summary>
internal static class HealthRoutes
{
    private static readonly FrozenSet<string> Segments = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "health", "healthz", "healthcheck", "health-check", "health_check", "livez", "readyz", "live", "ready", "liveness", "readiness", "alive", "ping", "status", "_health", "_healthz", "_status", "_ping", "heartbeat", "_heartbeat_",
        "-healthy", "-ready", "__heartbeat__", "__lbheartbeat__", "up", "is_alive", "isalive", "healthy", "health_status", "healthchecks", "monitoring", "_monitoring", "_health_check", "server-status", "service-status", "hc");

    private static readonly FrozenSet<string> Packages = FrozenSet.Create(
        "health_check", "watchman", "django_alive", "django_healthchecks", "dockerflow", "flask_healthz", "healthcheck", "fastapi_health", "fastapi_healthcheck", "fastapi_healthchecks", "fastapi_healthz", "aiohttp_healthcheck", "grpc_health", "django_health_check", "pyctuator", "flask_healthcheck", "starlette_healthcheck");

    private static readonly FrozenSet<string> Words = FrozenSet.Create("health", "healthz", "healthcheck", "heartbeat", "liveness", "readiness", "healthy", "livez", "readyz", "alive");

    public static (Location Place, string Description)? Find(Project project)
    {
        foreach (var route in FrameworkModel.Of(project).Routes)
            if (IsHealth(route.Path) || NamesHealth(route.HandlerName))
                return (route.Location, route.Path is "…" or "" ? $"`{route.HandlerName}` answers for health" : $"`{route.Path}` answers for health");
        foreach (var (file, dockerfile) in ContainerImages.Of(project))
            if (dockerfile.FinalStage!.Last(DockerKeyword.Healthcheck) is { Commands.IsEmpty: false } check) return (new Location(file.Path, dockerfile.Text, check.Span), "the image asks for health");
        foreach (var tree in project.Trees)
            if (project.Files.TryGet(tree.Path) is { Role: FileRoles.Application } && FindIn(tree) is { } found) return found;
        return null;
    }

    public static bool IsHealth(string path) => path.Split('/').Any(segment => Segments.Contains(segment.Trim('^', '$', '?', '.')));

    private static bool NamesHealth(string handler) =>
        handler.Length > 0 && IdentifierWords.Split(handler[(handler.LastIndexOf('.') + 1)..]).Any(Words.Contains);

    // A path in a middleware, a tuple of exempt paths, an entry of INSTALLED_APPS, a package's import.
    private static (Location, string)? FindIn(SyntaxTree tree)
    {
        var content = tree.Text.Content;
        if (!Words.Any(word => content.Contains(word, StringComparison.OrdinalIgnoreCase)) && !content.Contains("dockerflow", StringComparison.Ordinal) && !content.Contains("watchman", StringComparison.Ordinal) && !content.Contains("pyctuator", StringComparison.Ordinal) && !content.Contains("add_route(", StringComparison.Ordinal)) return null;
        foreach (var node in tree.Root.DescendantsAndSelf())
        {
            var found = node switch
            {
                Constant { StringValue: { Length: > 2 and < 80 } text } => (text.Contains('/') && IsWrittenPath(text)) || Packages.Contains(ModuleNames.TopLevel(text)) ? text : null,
                // Pyramid names paths in one place and the views, under decorators of the project's own, in another.
                Call { Function: Python.Syntax.Attribute { Name: "add_route" }, Arguments: [_, Constant { StringValue: { } path }, ..] } => IsHealth(path) ? path : null,
                // Middleware may answer before any route is looked for.
                ClassDef { Name: var name } when IdentifierWords.Split(name) is var words && words.Contains("middleware") && words.Exists(Words.Contains) => name,
                Import import => import.Names.Select(alias => alias.Name).FirstOrDefault(name => Packages.Contains(ModuleNames.TopLevel(name))),
                ImportFrom { Level: 0, Module: { } module } => Packages.Contains(ModuleNames.TopLevel(module)) ? module : null,
                _ => null,
            };
            if (found is not null) return (new Location(tree.Path, tree.Text, node.Span), $"`{found}` answers for health");
        }

        return null;
    }

    private static bool IsWrittenPath(string text) =>
        !text.AsSpan().ContainsAny(" <>\n") && !text.Contains("://") && text.Split('/').Any(segment => segment.Length > 0 && Words.Contains(segment.Trim('^', '$', '?', '_')));
}
