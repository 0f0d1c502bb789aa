using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds the handlers of unforeseen exceptions that a project registers.</summary>
internal sealed class BoundaryFinder(ProjectFacts facts)
{
    private static readonly HashSet<string> CatchAllNames = ["Exception", "BaseException", "InternalServerError", "HTTP_500_INTERNAL_SERVER_ERROR", "INTERNAL_SERVER_ERROR"];

    public List<ExceptionBoundary> Find()
    {
        var found = new List<ExceptionBoundary>();
        found.AddRange(facts.Registrations.Where(fact => fact.Registration.Kind == RegistrationKind.Exception).Select(FromRegistration).OfType<ExceptionBoundary>());
        found.AddRange(facts.Registrations.Where(fact => fact.Registration is { Framework.Id: "pyramid", Kind: RegistrationKind.Route }).Select(FromPyramidView).OfType<ExceptionBoundary>());
        found.AddRange(facts.Objects.SelectMany(FromKeywords));
        found.AddRange(facts.Files.SelectMany(file => file.Facts.HandlerTables.SelectMany(table => FromTable(table, file))));
        found.AddRange(facts.Files.SelectMany(file => file.Facts.Boundaries.Select(file.FunctionAt)).OfType<FunctionSymbol>().Select(FromMiddleware));
        found.AddRange(facts.Classes.SelectMany(FromClass));
        found.AddRange(FromConfiguration());
        return found;
    }

    private ExceptionBoundary? FromRegistration(RegistrationFact fact)
    {
        var framework = fact.Registration.Framework;
        if (fact.Call is not { } call) return null;
        var caught = fact.Registration.Name == "exception" && framework.Id == "sanic" ? call.Arguments.AsEnumerable() : fact.PathArgument is { } single ? [single] : [];
        if (fact.Registration.Name.EndsWith("exception_view_config", StringComparison.Ordinal) && !caught.Any()) return null;
        if (!caught.SelectMany(type => type.Elements() is { IsEmpty: false } several ? several : [type]).Any(type => IsCatchAll(type, framework, fact.File))) return null;
        // A blueprint's own `errorhandler` sees only the blueprint's routes; one on the application sees all.
        var isLocal = fact.Registration.Name == "errorhandler" && fact.ReceiverKey is { } key && facts.Objects.Any(item => item.Key == key && !item.Object.IsApplication);
        if (isLocal) return null;
        var isRouter = facts.Objects.Any(item => item.Key is not null && item.Key == fact.ReceiverKey && !item.Object.IsApplication);
        return new ExceptionBoundary(framework, isRouter ? null : fact.ReceiverKey, fact.File.Place(fact.Node), Describe(fact.TargetFunction, caught.First(), fact.File), fact.TargetFunction);
    }

    private ExceptionBoundary? FromPyramidView(RegistrationFact fact) =>
        fact.Call?.KeywordValue("context") is { } context && IsCatchAll(context, fact.Registration.Framework, fact.File)
            ? new ExceptionBoundary(fact.Registration.Framework, null, fact.File.Place(fact.Node), Describe(fact.TargetFunction, context, fact.File), fact.TargetFunction) : null;

    private IEnumerable<ExceptionBoundary> FromKeywords(ObjectFact item)
    {
        foreach (var row in FrameworkTables.Keywords[item.Object.Framework].Where(row => row.Kind == RegistrationKind.Exception))
        {
            if (item.Call.KeywordValue(row.Name) is not { } given) continue;
            var (value, file) = facts.Resolve(given, item.File);
            if (row.Name is "error_handler" or "after_exception")
            {
                yield return new ExceptionBoundary(item.Object.Framework, item.Key, item.File.Place(given), $"`{row.Name}` is given to the application", null);
            }
            else
            {
                foreach (var (key, answer) in value.Entries)
                {
                    if (!IsCatchAll(key, item.Object.Framework, file)) continue;
                    var handler = file.ResolveFunction(answer);
                    yield return new ExceptionBoundary(item.Object.Framework, item.Object.IsApplication ? item.Key : null, file.Place(key), Describe(handler, key, file), handler);
                }
            }
        }
    }

    // `app_config.exception_handlers = {Exception: …}` in a plugin holds for the applications that use it.
    private IEnumerable<ExceptionBoundary> FromTable(SiteValue table, SiteFile tableFile)
    {
        var framework = FrameworkTables.Frameworks["litestar"];
        var (value, file) = facts.Resolve(table, tableFile);
        return value.Entries.Where(entry => IsCatchAll(entry.Key, framework, file))
            .Select(entry => new ExceptionBoundary(framework, null, file.Place(entry.Key), Describe(null, entry.Key, file), null));
    }

    private static ExceptionBoundary FromMiddleware(FunctionSymbol function) =>
        new(null, null, LocationOf(function), $"`{function.Name}` runs the application inside `try`", function);

    private IEnumerable<ExceptionBoundary> FromClass(ClassFact fact)
    {
        foreach (var method in fact.Class.Methods)
            if (fact.Base.Boundaries.Contains(method.Name))
                yield return new ExceptionBoundary(fact.Base.Framework, null, LocationOf(method), $"`{fact.Class.Name}.{method.Name}` answers what handlers raise", method);
    }

    private IEnumerable<ExceptionBoundary> FromConfiguration()
    {
        var used = facts.Objects.Select(item => item.Object.Framework).ToHashSet();
        if (!FrameworkTables.BoundaryKeys.Values.Any(key => used.Contains(key.Framework))) yield break;
        foreach (var file in facts.Files)
        {
            foreach (var site in file.Facts.Configuration)
                if (FrameworkTables.BoundaryKeys.TryGetValue(site.Key, out var key) && used.Contains(key.Framework) && IsMet(key, site))
                    yield return new ExceptionBoundary(key.Framework, null, file.Place(site.Span()), $"`{site.Key}` is configured", null);
        }
    }

    private static bool IsMet(BoundaryKey key, ConfigurationSite site) =>
        key.Needed.Length == 0 || site.Value.Elements().Any(element => element.Kind == SiteValueKind.Integer && element.Text == key.Needed);

    private bool IsCatchAll(SiteValue type, Framework framework, SiteFile file) => NamesCatchAll(type, framework) || NamesCatchAll(facts.Resolve(type, file).Value, framework);

    private static bool NamesCatchAll(SiteValue type, Framework framework)
    {
        if (type is { Kind: SiteValueKind.Integer, Text: "500" }) return true;
        if (type.LastName() is not { } name) return false;
        // Flask and Quart turn what nobody handled into InternalServerError, which is an HTTPException.
        return CatchAllNames.Contains(name) || (name == "HTTPException" && framework.Id is "flask" or "quart");
    }

    private static string Describe(FunctionSymbol? handler, SiteValue caught, SiteFile file) =>
        $"{(handler is null ? "a handler" : $"`{handler.Name}`")} handles `{file.TextOf(caught)}`";

    private static Location LocationOf(FunctionSymbol function) =>
        new(function.Tree.Path, function.Tree.Text, function.Definition?.NameSpan ?? function.Node.Span);
}
