using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Reports packages without a version, with one that is no version, or with several that disagree.</summary>
public sealed class UnversionedPackage : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0212",
        "unversioned-package",
        "A package has no version, or several",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "migration-safety",
        "versioning");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no package is declared");
        ProveDeprecations(context);
        foreach (var package in DeclaredVersions.Of(context.Project))
        {
            context.Examined();
            if (package.Statements.IsEmpty)
            {
                if (!package.IsComputed) context.Report(package.NamedAt, $"the package `{package.Name}` has no version");
                continue;
            }

            foreach (var statement in package.Statements.Where(statement => statement.Version is null && statement.IsManifest))
                context.Report(statement.Location, $"`{statement.Text}` is no version by PEP 440");
            ExamineAgreement(context, package);
        }
    }

    // The manifest is what an installer goes by: the others are held against it.
    private static void ExamineAgreement(ProjectContext context, DeclaredPackage package)
    {
        if (package.IsComputed || package.Statements.FirstOrDefault(statement => statement.IsManifest && statement.Version is not null) is not { } first) return;
        foreach (var other in package.Statements.Where(statement => statement != first && statement.Version is not null))
        {
            context.Examined();
            if (other.Version != first.Version) context.Report(other.Location, $"`{other.Location.Path}` says version {other.Text} of `{package.Name}`, and `{first.Location.Path}` says {first.Text}");
        }
    }

    private static void ProveDeprecations(ProjectContext context)
    {
        foreach (var tree in context.Project.Trees)
        {
            var at = tree.Text.Content.IndexOf("DeprecationWarning", StringComparison.Ordinal);
            if (at < 0) at = tree.Text.Content.IndexOf("@deprecated(", StringComparison.Ordinal);
            if (at < 0 || context.Project.Files.TryGet(tree.Path)?.Role != FileRoles.Application) continue;
            context.Prove("migration-safety/deprecation-practice", new Location(tree.Path, tree.Text, new TextSpan(at, 1)), "callers are warned of what will go away");
            return;
        }
    }
}
