using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Reports Python versions past their end of life where nothing newer is named, and versions that disagree with what the project admits.</summary>
public sealed class EndOfLifePython : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0209",
        "end-of-life-python",
        "The Python versions named are past their end of life or disagree",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "migration-safety",
        "supported-runtime")
    {
        Cwe = [1104],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("nothing names a Python version");
        var declaring = ProjectDependencies.Of(context.Project).Manifests.Where(manifest => manifest.RequiresPython is not null).ToList();
        foreach (var manifest in declaring) ExamineManifest(context, manifest);
        foreach (var mention in RuntimeMentions.Deployed(context.Project)) ExamineMention(context, mention, declaring);
        foreach (var job in RuntimeMentions.TestedByJob(context.Project)) ExamineJob(context, [.. job]);
    }

    private static void ExamineManifest(ProjectContext context, Manifest manifest)
    {
        if (!VersionSpecifierSet.TryParse(manifest.RequiresPython, out var admitted)) return;
        context.Examined();
        if (PythonReleases.SupportedOn(context.Project.Today).Any(release => Admits(admitted, release))) return;
        context.Report(LocationOf(context, manifest), $"`{manifest.RequiresPython}` admits no Python that is still supported");
    }

    private static void ExamineMention(ProjectContext context, RuntimeMention mention, List<Manifest> declaring)
    {
        context.Examined();
        var release = $"{mention.Version.Major}.{mention.Version.Minor}";
        if (PythonReleases.EndedBefore(mention.Version, context.Project.Today) is { } end)
        {
            context.Report(mention.Location, $"{mention.Where} runs on Python {release}, whose support ended on {end:yyyy-MM-dd}");
            return;
        }

        var refusing = declaring.Find(manifest => VersionSpecifierSet.TryParse(manifest.RequiresPython, out var admitted) && !Admits(admitted, mention.Version)
            && FolderOf(mention.Location.Path).StartsWith(FolderOf(manifest.Path), StringComparison.Ordinal));
        if (refusing is not null)
            context.Report(mention.Location, $"{mention.Where} runs on Python {release}, which `{refusing.Path}` does not admit (`{refusing.RequiresPython}`)");
    }

    // an old version beside a supported one is a promise to users; old versions alone are a forgotten pipeline
    private static void ExamineJob(ProjectContext context, List<RuntimeMention> job)
    {
        context.Examined();
        if (job.Exists(mention => PythonReleases.EndedBefore(mention.Version, context.Project.Today) is null)) return;
        var newest = job.MaxBy(mention => mention.Version)!;
        var end = PythonReleases.EndedBefore(newest.Version, context.Project.Today);
        context.Report(context.CreateDiagnostic(newest.Location, $"{newest.Where} runs on nothing newer than Python {newest.Version.Major}.{newest.Version.Minor}, whose support ended on {end:yyyy-MM-dd}") with
        {
            Severity = DiagnosticSeverity.Note,
        });
    }

    // `<3.13` is about releases: any patch of a release will do
    private static bool Admits(VersionSpecifierSet admitted, PythonVersion version) =>
        admitted.Allows(version) || (version.Release.Length == 2 && admitted.Allows(PythonVersion.Parse($"{version}.99")));

    private static Location LocationOf(ProjectContext context, Manifest manifest)
    {
        if (context.Project.Files.TryGet(manifest.Path) is not { } file || !file.ReadText().TryGet(out var text)) return Location.OfFile(manifest.Path);
        var at = text.Content.IndexOf(manifest.RequiresPython!, StringComparison.Ordinal);
        return at < 0 ? Location.OfFile(manifest.Path) : new Location(manifest.Path, text, new Python.Text.TextSpan(at, manifest.RequiresPython!.Length));
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";
}
