using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports versioned projects without a change log, and change logs that lack the current version.</summary>
public sealed class MissingChangeLog : DiagnosticAnalyzer
{
    private const string Criterion = "documentation-freshness/change-log";
    private static readonly string[] Elsewhere = ["changelog", "change-log", "change_log", "releases", "release-notes", "release_notes", "releasenotes", "whatsnew", "whats-new", "history", "/news"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0705",
        "missing-change-log",
        "No change log tells what the current version changed",
        "{0}",
        DiagnosticSeverity.Note,
        Precision.Medium,
        "documentation-freshness",
        "change-log");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var project = context.Project;
        var manifest = ProjectDependencies.Of(project).Manifests.FirstOrDefault(manifest => manifest.ProjectVersion is not null && RepositoryPath.DirectoryOf(manifest.Path) == project.Root);
        if (manifest is null || !PythonVersion.TryParse(manifest.ProjectVersion!, out var version) || version.ToString() is "0" or "0.0" or "0.0.0" or "0.0.1" or "0.1" or "0.1.0")
        {
            context.NotApplicable("the project states no version of a release");
            return;
        }

        var documents = ProjectDocuments.Of(project);
        if (documents.ChangeLogs.IsEmpty)
        {
            ExamineAbsence(context, documents, manifest);
            return;
        }

        context.Examined();
        if (documents.ChangeLogs.FirstOrDefault(log => log.Entries.Any(entry => entry.Version is { } told && Covers(told, version))) is { } covering)
            context.Prove(Criterion, Location.OfFile(covering.Path), $"`{covering.Path}` tells of version {version}");
        else if (documents.ChangeLogs is [var log] && log.Latest is { } latest && latest < version && !version.IsPreRelease && ChangeLog.FindFragments(project.Files, project.Root).IsEmpty)
            context.Report(Location.OfFile(log.Path), $"`{log.Path}` ends at version {latest}, `{manifest.Path}` says {version}");
    }

    private static void ExamineAbsence(ProjectContext context, ProjectDocuments documents, Manifest manifest)
    {
        if (!ChangeLog.FindFragments(context.Project.Files, context.Project.Root).IsEmpty) return;
        if (documents.All.SelectMany(document => document.Links.Select(link => link.Target).Append(document.Path)).Any(IsElsewhere)
            || context.Project.Pipelines.Pipelines.Any(pipeline => pipeline.Path.Contains("release", StringComparison.OrdinalIgnoreCase)))
            context.Unknown("releases seem to be described on the hosting service");
        else context.Report(Location.OfFile(manifest.Path), $"`{manifest.Path}` says version {manifest.ProjectVersion} and no change log tells what it changed");
    }

    private static bool IsElsewhere(string target) => Elsewhere.Any(word => target.Contains(word, StringComparison.OrdinalIgnoreCase));

    // A section for 1.4 tells of 1.4.2 too.
    private static bool Covers(PythonVersion told, PythonVersion version) =>
        told >= version || version.ToString().StartsWith($"{told}.", StringComparison.Ordinal);
}
