using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>What Django assembles from settings modules and URLconfs.</summary>
internal sealed class DjangoProject
{
    private readonly ProjectFacts facts;
    private readonly Framework django = FrameworkTables.Frameworks["django"];
    private readonly List<(VariableSite Variable, SiteFile File)> rootUrlconfs = [];

    public DjangoProject(ProjectFacts facts)
    {
        this.facts = facts;
        foreach (var file in facts.Files)
            if (file.Facts.Variables.TryGetValue("ROOT_URLCONF", out var variable)) rootUrlconfs.Add((variable, file));
    }

    /// <summary>One application for each URLconf that settings name; without settings, for the WSGI or ASGI module.</summary>
    public IEnumerable<WebApplication> Applications
    {
        get
        {
            var seen = new HashSet<string>();
            foreach (var (variable, file) in rootUrlconfs.OrderBy(root => root.File.Path, StringComparer.Ordinal))
            {
                var name = variable.Value.StringValue() ?? "…";
                if (seen.Add(name)) yield return Create(name, variable.Span(), file, variable.Value.StringValue() is null ? "`ROOT_URLCONF` is computed" : null);
            }

            if (seen.Count > 0) yield break;
            foreach (var item in facts.Objects.Where(item => item.Object.Framework == django).Take(1))
                yield return Create(item.Key ?? "application", item.Call.Function.Span, item.File, "its settings are not in the repository");
        }
    }

    public ImmutableArray<ExceptionBoundary> Boundaries => [.. FindBoundaries()];

    public IEnumerable<MiddlewareEntry> Middleware =>
        from file in facts.Files
        where file.Facts.Variables.ContainsKey("MIDDLEWARE")
        from element in file.Facts.Variables["MIDDLEWARE"].Value.Elements()
        where element.StringValue() is not null
        select new MiddlewareEntry(django, element.StringValue()!, file.ModuleName, file.Place(element));

    public IEnumerable<Route> Routes(HandlerCollection handlers)
    {
        var reader = new UrlconfReader(facts, handlers, django);
        foreach (var name in rootUrlconfs.Select(root => root.Variable.Value.StringValue()).OfType<string>().Distinct())
            foreach (var route in reader.Read(name, "")) yield return route;
    }

    private WebApplication Create(string name, TextSpan span, SiteFile file, string? dynamicReason) =>
        new(django, name, file.Place(span), facts.RoleOf(file.Path)) { DynamicReason = dynamicReason };

    private IEnumerable<ExceptionBoundary> FindBoundaries()
    {
        foreach (var file in facts.Files)
        {
            if (file.Facts.Variables.TryGetValue("handler500", out var handler)) yield return At(handler.Span(), file, "`handler500` is set");
            if (file.Facts.Variables.TryGetValue("REST_FRAMEWORK", out var options))
                foreach (var (key, value) in options.Value.Entries)
                    if (key.StringValue() == "EXCEPTION_HANDLER") yield return At(value.Span, file, "`EXCEPTION_HANDLER` is set");
            if (file.Facts.HandlerImport is { } import) yield return At(import.Span, file, "`handler500` is imported into a URLconf");
        }

        foreach (var method in facts.Project.Modules.SelectMany(module => module.Classes).SelectMany(owner => owner.Methods))
            if (method.Name == "process_exception" && method.Definition is { Parameters.Positional.Length: 3 } definition)
                yield return new ExceptionBoundary(django, null, new Location(method.Tree.Path, method.Tree.Text, definition.NameSpan), $"`{method.ContainingClass!.Name}.process_exception` sees what views raise", method);
        foreach (var file in facts.Project.Files.Files)
            if (file.Path.EndsWith("templates/500.html", StringComparison.Ordinal))
                yield return new ExceptionBoundary(django, null, Location.OfFile(file.Path), "a `500.html` template answers", null);
    }

    private ExceptionBoundary At(TextSpan span, SiteFile file, string description) => new(django, null, file.Place(span), description, null);
}
