using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Pipelines;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports applications that declare dependencies and lock none of what they bring along.</summary>
public sealed class MissingLockFile : DiagnosticAnalyzer
{
    private const string Criterion = "dependency-hygiene/lock";

    private const string Vulnerability = "dependency-hygiene/vulnerability";

    private static readonly HashSet<string> AuditPrograms = ["pip-audit", "pip_audit", "safety", "osv-scanner", "trivy", "grype", "snyk"];

    private static readonly string[] AuditActions = ["pip-audit", "osv-scanner", "dependency-review-action", "trivy-action", "snyk/actions", "anchore/scan-action", "pyupio/safety"];

    private static readonly HashSet<string> UpdateFiles =
        [".github/dependabot.yml", ".github/dependabot.yaml", "renovate.json", "renovate.json5", ".renovaterc", ".renovaterc.json", ".github/renovate.json", ".github/renovate.json5", ".gitlab/renovate.json"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0302",
        "missing-lock-file",
        "An application locks none of its dependencies",
        "`{0}` declares {1} and no lock file says which versions of {2} are installed",
        DiagnosticSeverity.Warning,
        Precision.High,
        "dependency-hygiene",
        "lock")
    {
        Cwe = [1357],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        foreach (var updates in context.Project.Files.Files.Where(file => UpdateFiles.Contains(file.Path)))
            context.Prove("dependency-hygiene/automation", Location.OfFile(updates.Path), "a machine proposes updates");
        ProveAudits(context);
        if (context.Project.Kind is ProjectKind.Library or ProjectKind.Framework)
        {
            context.NotApplicable("a library leaves the choice of versions to the applications that use it");
            return;
        }

        var dependencies = ProjectDependencies.Of(context.Project);
        var declaring = dependencies.Manifests.Select(manifest => (manifest.Path, Count: ProjectDependencies.RuntimeOf(manifest).Count()))
            .Where(manifest => manifest.Count > 0).ToList();
        if (declaring.Count == 0 && dependencies.Locks.IsEmpty)
        {
            context.NotApplicable("no dependency is declared");
            return;
        }

        context.Examined();
        foreach (var found in dependencies.Locks)
            context.Prove(Criterion, Location.OfFile(found.Path), $"`{found.Path}` locks {found.Packages.Length} packages{(found.Packages.All(package => !package.Hashes.IsEmpty || package.Source.Kind != DependencySourceKind.Index) ? " with hashes" : "")}");
        if (!dependencies.Locks.IsEmpty) return;
        var (path, count) = declaring.OrderBy(manifest => manifest.Path.Count(c => c == '/')).ThenByDescending(manifest => manifest.Count).First();
        context.Report(Location.OfFile(path), path, count == 1 ? "one dependency" : $"{count} dependencies", count == 1 ? "it, and of what it needs," : "them, and of what they need,");
    }

    private static void ProveAudits(ProjectContext context)
    {
        foreach (var step in context.Project.Pipelines.Commands.Where(command => command.IsContinuousIntegration || command.Tool == PipelineTool.PreCommit))
            foreach (var command in step.Commands.Where(command => AuditPrograms.Contains(command.Program)))
                context.Prove(Vulnerability, new Location(step.Path, step.Source, command.Span), $"`{command.Program}` looks for known vulnerabilities");
        foreach (var action in context.Project.Pipelines.Actions.Where(action => AuditActions.Any(name => action.Name.Contains(name, StringComparison.Ordinal))))
            context.Prove(Vulnerability, new Location(action.Path, action.Source, action.Span), $"`{action.Name}` looks for known vulnerabilities");
    }
}
