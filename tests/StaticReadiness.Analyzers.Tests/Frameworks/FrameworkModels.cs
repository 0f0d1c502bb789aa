using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Files;
using StaticReadiness.Testing;

namespace StaticReadiness.Analyzers.Tests.Frameworks;

/// <summary>Builds framework models of small projects and puts them into words.</summary>
internal static class FrameworkModels
{
    public static FrameworkModel Model(params (string Path, string Content)[] files)
    {
        var projects = AnalysisDriver.Load(RepositoryFiles.InMemory(files), new AnalysisOptions { Today = RuleTest.Today, Knowledge = LibraryTables.Knowledge, Jobs = 1 });
        return FrameworkModel.Of(projects.Single());
    }

    public static IEnumerable<string> Routes(FrameworkModel model) =>
        model.Routes.Select(route => $"{string.Join(',', route.Methods)} {route.Path} {route.HandlerName}");

    public static IEnumerable<string> Places(FrameworkModel model) =>
        model.Handlers.Select(handler => $"{handler.Function.QualifiedName} {handler.Role} {handler.Place}");

    /// <summary>All that a model says, in words.</summary>
    public static IEnumerable<string> Outline(FrameworkModel model) =>
    [
        .. model.Applications.Select(item => $"{item.Location.Path} {item.Location.Span} {item.Framework.Id} {item.Name} {item.Key} {item.Factory?.QualifiedName} {item.IsMounted} {item.DynamicReason} {string.Join(';', item.Boundaries.Select(boundary => $"{boundary.Location.Path} {boundary.Location.Span} {boundary.Description}"))}"),
        .. model.Routes.Select(item => $"{item.Location.Path} {item.Location.Span} {string.Join(',', item.Methods)} {item.Path} {item.HandlerName} {item.Handler?.Function.QualifiedName} {item.Name}"),
        .. model.Handlers.Select(item => $"{item.Function.Tree.Path} {item.Function.Node.Span} {item.Role} {item.Place} {item.Framework.Id}"),
        .. model.Middleware.Select(item => $"{item.Location.Path} {item.Location.Span} {item.Name} {item.ApplicationKey} {item.HasArguments}"),
        .. model.ExceptionMappings.Select(item => $"{item.Location.Path} {item.Location.Span} {item.Caught} {item.Handler?.QualifiedName} {item.IsCatchAll}"),
        .. model.TestClients.Select(item => $"{item.Location.Path} {item.Location.Span} {item.Name}"),
    ];
}
