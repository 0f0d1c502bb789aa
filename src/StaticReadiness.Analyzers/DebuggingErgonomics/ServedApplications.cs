using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>The web application that stands for a project when something is missing from it.</summary>
internal static class ServedApplications
{
    /// <summary>The project's first application that nothing else mounts; null, and the rule told why, when there is none to judge.</summary>
    public static WebApplication? First(ProjectContext context)
    {
        if (context.Project.Kind != ProjectKind.Application)
        {
            context.NotApplicable("nothing is served");
            return null;
        }

        var application = FrameworkModel.Of(context.Project).Applications.FirstOrDefault(candidate => candidate is { Role: FileRoles.Application, IsMounted: false });
        if (application is null) context.NotApplicable("no web application");
        return application;
    }
}
