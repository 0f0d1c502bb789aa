using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>What Django assembles from settings modules and URLconfs.</summary>
internal sealed class DjangoProject
{
    private readonly ProjectFacts facts;
    private readonly Framework django = FrameworkTables.Frameworks["django"];
    private readonly List<(Assign Assign, SemanticModel Model)> rootUrlconfs = [];

    public DjangoProject(ProjectFacts facts)
    {
        this.facts = facts;
        foreach (var file in facts.Files)
            if (file.ModuleAssignments.TryGetValue("ROOT_URLCONF", out var assign)) rootUrlconfs.Add((assign, file.Model));
    }

    /// <summary>One application for each URLconf that settings name; without settings, for the WSGI or ASGI module.</summary>
    public IEnumerable<WebApplication> Applications
    {
        get
        {
            var seen = new HashSet<string>();
            foreach (var (assign, model) in rootUrlconfs.OrderBy(root => root.Model.Tree.Path, StringComparer.Ordinal))
            {
                var name = assign.Value.StringValue() ?? "…";
                if (seen.Add(name)) yield return Create(name, assign, model, assign.Value.StringValue() is null ? "`ROOT_URLCONF` is computed" : null);
            }

            if (seen.Count > 0) yield break;
            foreach (var item in facts.Objects.Where(item => item.Object.Framework == django).Take(1))
                yield return Create(item.Key ?? "application", item.Call.Function, item.Model, "its settings are not in the repository");
        }
    }

    public ImmutableArray<ExceptionBoundary> Boundaries => [.. FindBoundaries()];

    public IEnumerable<MiddlewareEntry> Middleware =>
        from file in facts.Files
        where file.ModuleAssignments.ContainsKey("MIDDLEWARE")
        let list = file.ModuleAssignments["MIDDLEWARE"]
        from element in list.Value.Elements()
        where element.StringValue() is not null
        select new MiddlewareEntry(django, element.StringValue()!, file.Model.ModuleName, new Location(file.Model.Tree.Path, file.Model.Tree.Text, element.Span));

    public IEnumerable<Route> Routes(HandlerCollection handlers)
    {
        var reader = new UrlconfReader(facts, handlers, django);
        foreach (var name in rootUrlconfs.Select(root => root.Assign.Value.StringValue()).OfType<string>().Distinct())
            foreach (var route in reader.Read(name, "")) yield return route;
    }

    private WebApplication Create(string name, SyntaxNode node, SemanticModel model, string? dynamicReason) =>
        new(django, name, new Location(model.Tree.Path, model.Tree.Text, node.Span), facts.RoleOf(model.Tree.Path)) { DynamicReason = dynamicReason };

    private IEnumerable<ExceptionBoundary> FindBoundaries()
    {
        foreach (var file in facts.Files)
        {
            if (file.ModuleAssignments.TryGetValue("handler500", out var handler)) yield return At(handler, file.Model, "`handler500` is set");
            if (file.ModuleAssignments.TryGetValue("REST_FRAMEWORK", out var rest) && rest.Value is Dict options)
                for (var i = 0; i < options.Keys.Length; i++)
                    if (options.Keys[i].StringValue() == "EXCEPTION_HANDLER") yield return At(options.Values[i], file.Model, "`EXCEPTION_HANDLER` is set");
            foreach (var import in file.Model.Tree.Root.Body.OfType<ImportFrom>())
                if (import.Names.Any(alias => (alias.AsName ?? alias.Name) == "handler500")) yield return At(import, file.Model, "`handler500` is imported into a URLconf");
        }

        foreach (var method in facts.Project.Modules.SelectMany(module => module.Classes).SelectMany(owner => owner.Methods))
            if (method.Name == "process_exception" && method.Definition is { Parameters.Positional.Length: 3 } definition)
                yield return new ExceptionBoundary(django, null, new Location(method.Tree.Path, method.Tree.Text, definition.NameSpan), $"`{method.ContainingClass!.Name}.process_exception` sees what views raise", method);
        foreach (var file in facts.Project.Files.Files)
            if (file.Path.EndsWith("templates/500.html", StringComparison.Ordinal))
                yield return new ExceptionBoundary(django, null, Location.OfFile(file.Path), "a `500.html` template answers", null);
    }

    private ExceptionBoundary At(SyntaxNode node, SemanticModel model, string description) =>
        new(django, null, new Location(model.Tree.Path, model.Tree.Text, node.Span), description, null);
}
