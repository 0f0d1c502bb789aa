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
}
