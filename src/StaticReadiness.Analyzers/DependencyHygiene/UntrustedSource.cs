using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports dependencies taken from places whose contents may change or be forged.</summary>
public sealed class UntrustedSource : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0309",
        "untrusted-source",
        "A dependency comes from a place that may change or be forged",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "dependency-hygiene",
        "sources")
    {
        Cwe = [494, 829],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no dependency is declared");
        var dependencies = ProjectDependencies.Of(context.Project);
        foreach (var dependency in dependencies.Declared.DistinctBy(dependency => (dependency.Name, dependency.Source)))
        {
            context.Examined();
            var location = dependencies.LocationOf(dependency);
            if (!dependencies.IsSourceLocked(dependency.Name) && FaultOf(dependency, location) is { } fault) context.Report(location, fault);
        }

        foreach (var option in dependencies.Manifests.Where(manifest => manifest.Kind is not (ManifestKind.Tox or ManifestKind.Nox)).SelectMany(manifest => manifest.Options))
            if (PackageSources.FaultOf(option.Name, option.Value, option.File) is { } fault) context.Report(dependencies.LocationOf(option.File, option.Span), fault);
        // One option repeated by every command of an image is one fault.
        var told = new HashSet<(string Path, string Fault)>();
        foreach (var (path, text, command) in DockerCommands.Of(context.Project))
            foreach (var install in PipCommandReader.Read(command.Text, path, command.Span, DependencyGroup.Runtime))
                ExamineInstall(context, install, new Location(path, text, command.Span), told);
    }

    private static void ExamineInstall(ProjectContext context, PipInstall install, Location location, HashSet<(string Path, string Fault)> told)
    {
        foreach (var dependency in install.Dependencies)
            if (FaultOf(dependency, location) is { } fault) context.Report(location, fault);
        foreach (var option in install.Options)
        {
            var parts = option.Split('=', 2);
            if (PackageSources.FaultOf(parts[0], parts.Length > 1 ? parts[1] : "", location.Path) is { } fault && told.Add((location.Path, fault))) context.Report(location, fault);
        }
    }

    private static string? FaultOf(DeclaredDependency dependency, Location location)
    {
        var source = dependency.Source;
        if (source.Location.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.Location.StartsWith("git+http://", StringComparison.OrdinalIgnoreCase) || source.Location.StartsWith("git://", StringComparison.OrdinalIgnoreCase) || source.Location.StartsWith("git+git://", StringComparison.OrdinalIgnoreCase))
            return $"`{dependency.Name}` is fetched without encryption";
        if (source.Location.Contains('$') || source.Reference?.Contains('$') == true) return null;
        return source.Kind switch
        {
            DependencySourceKind.VersionControl when !IsCommit(source.Reference) =>
                source.Reference is { Length: > 0 } reference ? $"`{dependency.Name}` is taken from `{reference}` of a repository, which may move" : $"`{dependency.Name}` is taken from whatever a repository's default branch holds",
            DependencySourceKind.Url when dependency.Hashes.IsEmpty && !HasHash(location) => $"`{dependency.Name}` is downloaded from a URL and no hash says what it should be",
            _ => null,
        };
    }

    // An abbreviated hash has at least seven digits: git's own default.
    private static bool IsCommit(string? reference) => reference is { Length: >= 7 } && reference.All(char.IsAsciiHexDigit);

    private static bool HasHash(Location location) =>
        location.Text is not { } text || text.Slice(location.Span).Contains("sha256", StringComparison.Ordinal) || text.Slice(location.Span).Contains("sha512", StringComparison.Ordinal) || text.Slice(location.Span).Contains("--hash", StringComparison.Ordinal);
}
