using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Cli.Output;

/// <summary>Asks a project's model what it believes.</summary>
internal static class Inspection
{
    public static IEnumerable<InspectionRow> Applications(Project project) =>
        Shown(project, FrameworkModel.Of(project).Applications, application => application.Location).Select(application => Row(application.Location, "application", application.Name,
        [
            application.Framework.Title,
            application.Boundaries.IsEmpty ? "no handler of unforeseen exceptions" : string.Join(", ", application.Boundaries.Select(boundary => boundary.Description)),
            .. application.Factory is { } factory ? [$"made by {factory.QualifiedName}"] : Array.Empty<string>(),
            .. application.IsMounted ? ["mounted"] : Array.Empty<string>(),
            .. application.DynamicReason is { } reason ? [reason] : Array.Empty<string>(),
        ]));

    /// <summary>Every file that is read and, behind them, all that is not.</summary>
    public static IReadOnlyList<InspectionRow> Files(RepositoryFiles files) =>
    [
        .. files.Files.Select(file => new InspectionRow(file.Path, 0, "read", file.Role.ToString(), [$"{file.Length} bytes"])),
        .. files.Skipped.Select(skipped => new InspectionRow(skipped.IsDirectory ? skipped.Path + "/" : skipped.Path, 0, "skipped", skipped.Reason.ToString(), [skipped.Detail])),
        .. files.Notices.Select(notice => new InspectionRow("", 0, "notice", notice, [])),
    ];

    /// <summary>What the project is for.</summary>
    public static IEnumerable<InspectionRow> Outline(Project project) =>
        [new InspectionRow(project.Root.Length == 0 ? "." : project.Root, 0, "project", project.Kind.ToString(), [project.KindReason, $"{project.Trees.Length} Python files"])];

    public static IEnumerable<InspectionRow> Routes(Project project) =>
        Shown(project, FrameworkModel.Of(project).Routes, route => route.Location).Select(route => Row(route.Location, "route", route.Path, [string.Join(',', route.Methods), route.HandlerName, route.Framework.Title]));

    public static IEnumerable<InspectionRow> Handlers(Project project) =>
        Shown(project, FrameworkModel.Of(project).Handlers, PlaceOf).Select(handler => Row(PlaceOf(handler), "handler", handler.Function.QualifiedName, [handler.Role.ToString(), handler.Place.ToString(), handler.Framework.Title]));

    public static IEnumerable<InspectionRow> Middleware(Project project) =>
        Shown(project, FrameworkModel.Of(project).Middleware, entry => entry.Location).Select(entry => Row(entry.Location, "middleware", entry.Name, [entry.Framework.Title, .. entry.ApplicationKey is { } key ? [key] : Array.Empty<string>()]));

    /// <summary>What the functions of that name run, and what runs them; the name may be given by its end.</summary>
    public static IEnumerable<InspectionRow> Calls(Project project, string name)
    {
        var graph = project.Compilation.CallGraph;
        foreach (var function in graph.Functions.Where(function => function.QualifiedName == name || function.QualifiedName.EndsWith("." + name, StringComparison.Ordinal)))
        {
            foreach (var site in graph.GetCalls(function))
                yield return Row(Of(site), "call", site.CalleeName, [$"in {function.QualifiedName}", site.Mode.ToString(), .. site.Effect is { } effect ? [effect.Kind.ToString()] : Array.Empty<string>()]);
            foreach (var site in graph.GetCallers(function))
                yield return Row(Of(site), "caller", site.Caller.QualifiedName, [$"of {function.QualifiedName}", site.Mode.ToString()]);
            foreach (var fact in project.Compilation.Summaries.GetFacts(function))
                yield return Row(project.Compilation.Summaries.FindWitness(function, fact), fact, function);
        }
    }

    // What a function does in the end, with the way there.
    private static InspectionRow Row(ImmutableArray<CallStep> path, Fact fact, FunctionSymbol function)
    {
        var verb = fact.Kind == FactKind.ReadsEnvironment ? "reads environment" : fact.Kind.ToString().ToLowerInvariant();
        string[] details = [fact.Subject, $"in {function.QualifiedName}", string.Join(" > ", path.Select(step => step.CalleeName))];
        return Row(new Location(path[0].Tree.Path, path[0].Tree.Text, path[0].Span), "fact", verb, [.. details.Where(detail => detail.Length > 0)]);
    }

    /// <summary>What the names on a line mean.</summary>
    public static IEnumerable<InspectionRow> Names(Project project, string path, int line)
    {
        var tree = project.Trees.FirstOrDefault(tree => tree.Path == path);
        if (tree is null || line > tree.Text.LineCount) yield break;
        var model = project.Compilation.GetSemanticModel(tree);
        var span = tree.Text.GetLineSpan(line - 1);
        foreach (var expression in tree.Root.DescendantsAndSelf().OfType<Expression>().Where(node => node is Name or Python.Syntax.Attribute && span.Contains(node.Start)))
            yield return Row(new Location(path, tree.Text, expression.Span), "name", tree.Text.ToString(expression.Span), [model.GetQualifiedName(expression) ?? "?", model.GetType(expression)?.ToString() ?? "?"]);
    }

    // Tests build applications by the dozen; who asks for the product's does not want them.
    private static IEnumerable<T> Shown<T>(Project project, IEnumerable<T> items, Func<T, Location> placeOf)
    {
        var tests = project.Files.Files.Where(file => file.Role == FileRoles.Test).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return items.Where(item => !tests.Contains(placeOf(item).Path));
    }

    private static Location PlaceOf(Handler handler) =>
        new(handler.Function.Tree.Path, handler.Function.Tree.Text, handler.Function.Definition?.NameSpan ?? handler.Function.Node.Span);

    private static Location Of(CallSite site) => new(site.Caller.Tree.Path, site.Caller.Tree.Text, site.Node.Span);

    private static InspectionRow Row(Location location, string kind, string name, IReadOnlyList<string> details) =>
        new(location.Path, location.Text is { } text ? text.GetLineIndex(location.Span.Start) + 1 : 0, kind, name, details);
}
