using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>Reports projects with type hints that no checker reads.</summary>
public sealed class MissingTypeChecker : DiagnosticAnalyzer
{
    private const string Checked = "validation-and-types/checked";
    private const string Typed = "validation-and-types/typed";
    private const int FewestFunctions = 10;
    private const double FewestHints = 0.25;
    private const double MostlyTyped = 0.6;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1103",
        "missing-type-checker",
        "No type checker reads the type hints",
        "{0} functions have type hints and no type checker is configured: nobody knows whether they are true",
        DiagnosticSeverity.Note,
        Precision.High,
        "validation-and-types",
        "checked");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var functions = TypedFunctions.Of(context.Project);
        ProveTyped(context, functions);
        if (TypeCheckers.Configured(context.Project) is var (place, title))
        {
            context.Examined();
            context.Prove(Checked, place, $"{title} is configured");
            if (TypeCheckers.Run(context.Project, continuously: true) is var (run, runner)) context.Prove(Checked, run, $"{runner} runs with every change");
            return;
        }

        if (functions.Hinted < FewestFunctions || functions.Public == 0 || functions.Hinted < FewestHints * functions.Public) context.NotApplicable("hardly a function has type hints");
        else if (context.Project.Root.Length > 0) context.Unknown("a type checker may be configured outside the project's folder");
        else
        {
            context.Examined();
            var manifest = ProjectDependencies.Of(context.Project).Manifests.OrderBy(manifest => manifest.Path.Count(c => c == '/')).FirstOrDefault();
            context.Report(manifest is null ? Location.Repository : Location.OfFile(manifest.Path), functions.Hinted);
        }
    }

    private static void ProveTyped(ProjectContext context, TypedFunctions functions)
    {
        if (context.Project.Files.Files.FirstOrDefault(file => file.Name == "py.typed") is { } marker)
            context.Prove(Typed, Location.OfFile(marker.Path), "the package ships `py.typed`");
        if (functions.Public >= FewestFunctions && functions.Typed >= MostlyTyped * functions.Public)
            context.Prove(Typed, Location.Repository, $"{functions.Typed} of {functions.Public} public functions have type hints");
    }
}
