using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>What rules on operations ask of a project.</summary>
internal static class ProjectOperations
{
    /// <summary>The web applications that are served by themselves: not those of tests and examples, not mounted ones, not servers inside an object that does something else.</summary>
    public static IEnumerable<WebApplication> ServedApplications(this Project project) =>
        FrameworkModel.Of(project).Applications.Where(application => application is { Role: FileRoles.Application, IsMounted: false }
            && !application.Name.StartsWith("self.", StringComparison.Ordinal) && !IsMadeForAnother(application));

    // `def setup(app): admin = web.Application(); app.add_subapp("/admin", admin)`
    private static bool IsMadeForAnother(WebApplication application) =>
        application.Factory is { ContainingClass: null } factory && factory.Parameters.Any(parameter => parameter.Name is "app" or "application" or "parent");
}
