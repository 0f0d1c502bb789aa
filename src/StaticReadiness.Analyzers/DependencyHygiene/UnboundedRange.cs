using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports ranges that admit what they should not: every later version in an application, one version alone in a library.</summary>
public sealed class UnboundedRange : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0304",
        "unbounded-range",
        "A version range is too wide for an application or too narrow for a library",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "dependency-hygiene",
        "pinning")
    {
        Cwe = [1357],
    };

    /// <summary>Whether a range is written that nothing bounds above; no range at all is the matter of unpinned-dependency.</summary>
    public static bool IsOpen(DeclaredDependency dependency) => dependency.Constraint is { HasUpperBound: false, Text.Length: > 0 };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no dependency is declared with a range");
        var dependencies = ProjectDependencies.Of(context.Project);
        if (context.Project.Kind is ProjectKind.Library or ProjectKind.Framework) ExamineLibrary(context, dependencies);
        // What a command's metadata admits is installed by its users, who bring no lock of ours.
        else if (context.Project.Kind is ProjectKind.Application) ExamineApplication(context, dependencies);
    }

    private static void ExamineApplication(ProjectContext context, ProjectDependencies dependencies)
    {
        foreach (var dependency in dependencies.Deployed.Where(IsRanged).DistinctBy(dependency => dependency.Name))
        {
            context.Examined();
            var location = dependencies.LocationOf(dependency);
            if (IsOpen(dependency) && !dependencies.IsLocked(dependency.Name) && !dependencies.IsPinned(dependency.Name) && !Explanations.HasReason(location))
                context.Report(location, $"`{dependency.Name}` is declared as `{dependency.Constraint.Text}`, which admits every later version, and no lock holds it");
        }
    }

    // What a library's metadata demands holds for everything that is installed beside it.
    private static void ExamineLibrary(ProjectContext context, ProjectDependencies dependencies)
    {
        foreach (var manifest in dependencies.Manifests.Where(manifest => manifest.ProjectName is not null && manifest.Kind is ManifestKind.Pyproject or ManifestKind.SetupPy or ManifestKind.SetupCfg))
        {
            var ranged = ProjectDependencies.RuntimeOf(manifest).Where(dependency => IsRanged(dependency) && !IsSibling(dependency.Name, manifest.ProjectName)).ToList();
            if (IsResolved(ranged) || !SaysLibrary(context.Project, manifest.Path)) continue;
            foreach (var dependency in ranged)
            {
                context.Examined();
                var location = dependencies.LocationOf(dependency);
                if (FaultOf(dependency) is { } fault && !Explanations.IsExplained(location))
                    context.Report(context.CreateDiagnostic(location, $"`{dependency.Name}` {fault}") with { Severity = dependency.Constraint.IsExact ? DiagnosticSeverity.Warning : DiagnosticSeverity.Note });
            }
        }
    }

    // A program that is shipped as a package looks like a library in all but its classifiers.
    private static bool SaysLibrary(Project project, string path) =>
        project.Files.TryGet(path)?.ReadText().ValueOrDefault() is { } text && text.Content.Contains("Topic :: Software Development :: Libraries", StringComparison.Ordinal);

    // Whoever pins nearly all he needs ships a program as a package, and means it.
    private static bool IsResolved(List<DeclaredDependency> ranged)
    {
        const int few = 4;
        return ranged.Count >= few && ranged.Count(dependency => dependency.Constraint.IsExact) * 2 > ranged.Count;
    }

    private static string? FaultOf(DeclaredDependency dependency) =>
        dependency.Constraint.IsExact ? $"is pinned to `{dependency.Constraint.Text}` for everyone who installs the library"
        : dependency.Constraint.Alternatives.All(IsOneMinor) ? $"is capped to one minor series (`{dependency.Constraint.Text}`) for everyone who installs the library"
        : null;

    // Below 1.0 a minor version may break what it likes.
    private static bool IsOneMinor(VersionSpecifierSet set)
    {
        if (set.Clauses.Any(clause => clause is { Operator: VersionOperator.Compatible, Version: { Major: > 0, Release.Length: > 2 } } or { Operator: VersionOperator.Equal, IsPrefix: true, Version: { Major: > 0, Release.Length: > 1 } })) return true;
        var lower = set.Clauses.FirstOrDefault(clause => clause.Operator is VersionOperator.GreaterOrEqual or VersionOperator.Greater)?.Version;
        var upper = set.Clauses.FirstOrDefault(clause => clause.Operator is VersionOperator.Less)?.Version;
        return lower is { Major: > 0 } && upper is not null && lower.Major == upper.Major && upper.Minor - lower.Minor <= 1;
    }

    private static bool IsRanged(DeclaredDependency dependency) => dependency.Source.Kind is DependencySourceKind.Index or DependencySourceKind.Conda && dependency.Constraint.Text.Length > 0;

    // Packages released together may depend on each other's exact version.
    private static bool IsSibling(string name, string? project) =>
        project is not null && PackageName.Normalize(project) is var own && name.Split('-')[0] == own.Split('-')[0];
}
