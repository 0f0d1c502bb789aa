using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports locks that no longer hold what the manifest beside them declares.</summary>
public sealed class StaleLockFile : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0303",
        "stale-lock-file",
        "A lock file no longer fits its manifest",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "dependency-hygiene",
        "lock")
    {
        Cwe = [1357],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no lock stands beside the manifest it was made from");
        var dependencies = ProjectDependencies.Of(context.Project);
        foreach (var (manifest, found) in LockedManifests.Of(dependencies))
        {
            context.Examined();
            var fresh = LockedManifests.HasItsHash(context.Project.Files, manifest, found);
            if (fresh == true) continue;
            var faults = LockedManifests.Expected(context.Project.Files, manifest, found).Select(dependency => (dependency, Fault: FaultOf(dependency, found))).Where(pair => pair.Fault is not null).ToList();
            foreach (var (dependency, fault) in faults) context.Report(dependencies.LocationOf(dependency), fault!);
            if (faults.Count == 0 && fresh == false) context.Report(Location.OfFile(found.Path), $"`{found.Path}` was made from another state of `{manifest.Path}`");
        }
    }

    private static string? FaultOf(DeclaredDependency dependency, LockFile found)
    {
        var pins = found.Find(dependency.Name).ToList();
        // A repository's name is a guess at the package's.
        if (pins.Count == 0 && dependency.Source.Location.Length > 0 && found.Packages.Any(package => package.Source.Location == dependency.Source.Location)) return null;
        if (pins.Count == 0) return dependency.Marker is null ? $"`{dependency.Name}` is declared and `{found.Path}` does not hold it" : null;
        // What is for some environments may be locked for others.
        if (dependency.Source.Kind != DependencySourceKind.Index || dependency.Marker is not null || pins.Any(pin => pin.Version is null || dependency.Constraint.Allows(pin.Version, preReleases: true))) return null;
        return $"`{found.Path}` holds `{dependency.Name}` {pins[0].VersionText}, which `{dependency.Constraint.Text}` does not admit";
    }
}
