using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>Reports applications in which nothing answers for exceptions that nobody foresaw.</summary>
public sealed class MissingGlobalExceptionHandler : DiagnosticAnalyzer
{
    private const string Criterion = "error-handling/boundary";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0101",
        "missing-global-exception-handler",
        "An application leaves unforeseen exceptions to its framework's default",
        "{0} application `{1}` has no handler of unforeseen exceptions: {2} is nowhere in the repository",
        DiagnosticSeverity.Warning,
        Precision.High,
        "error-handling",
        "boundary")
    {
        Cwe = [755, 209],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (context.Project.Kind is ProjectKind.Library or ProjectKind.Framework)
        {
            context.NotApplicable("a library leaves error handling to the applications that use it");
            return;
        }

        context.NotApplicable("no web application");
        foreach (var application in FrameworkModel.Of(context.Project).Applications)
            if (application.Role == FileRoles.Application && application.Framework.Id is not ("turbogears" or "web2py")) Examine(application, context);
    }

    private static void Examine(WebApplication application, ProjectContext context)
    {
        foreach (var boundary in application.Boundaries) context.Prove(Criterion, boundary.Location, boundary.Description);
        if (application.Boundaries.IsEmpty && application.DynamicReason is { } reason)
        {
            context.Unknown($"the assembly of `{application.Name}` cannot be followed: {reason}");
            return;
        }

        // A mounted application is answered for by the one that mounts it.
        if (application.IsMounted && application.Boundaries.IsEmpty) return;
        context.Examined();
        if (application.Boundaries.IsEmpty)
            context.Report(application.Location, application.Framework.Title, application.Name, application.Framework.BoundaryAdvice);
    }
}
