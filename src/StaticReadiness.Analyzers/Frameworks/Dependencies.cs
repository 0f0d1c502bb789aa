using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds the functions that <c>Depends(f)</c>, <c>Security(f)</c> and <c>Provide(f)</c> hand to a framework.</summary>
internal static class Dependencies
{
    public static void Find(ProjectFacts facts, HandlerCollection handlers)
    {
        if (!facts.Use.Contains(FrameworkTables.Frameworks["fastapi"]) && !facts.Use.Contains(FrameworkTables.Frameworks["litestar"])) return;
        foreach (var file in facts.Files)
            foreach (var site in file.Facts.Calls)
                if (!site.Decorates() && site.Node.Function.LastName() is { } name && SiteShape.Dependencies.Contains(name)) Add(site.Node, file, handlers);
    }

    private static void Add(SiteValue call, SiteFile file, HandlerCollection handlers)
    {
        if (call.Arguments is not [var target, ..] || FrameworkOf(file.GetQualifiedName(call.Function)) is not { } framework || file.ResolveFunction(target) is not { } function) return;
        // `Provide` follows Litestar's rule: a `def` runs on the loop unless it is told otherwise.
        handlers.Add(function, framework, HandlerRole.Dependency, call.KeywordValue("sync_to_thread").IsTrue() ? HandlerPlace.Thread : null);
    }

    private static Framework? FrameworkOf(string? qualified) => qualified switch
    {
        null => null,
        _ when qualified.StartsWith("fastapi.", StringComparison.Ordinal) => FrameworkTables.Frameworks["fastapi"],
        _ when qualified.StartsWith("litestar.", StringComparison.Ordinal) => FrameworkTables.Frameworks["litestar"],
        _ => null,
    };
}
