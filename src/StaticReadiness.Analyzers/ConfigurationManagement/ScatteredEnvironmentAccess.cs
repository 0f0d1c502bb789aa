using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports modules that read the environment themselves, where many do.</summary>
public sealed class ScatteredEnvironmentAccess : DiagnosticAnalyzer
{
    private static readonly RuleOption<int> MostModules = new("most-modules", 3, "How many modules besides the configuration may read the environment before each is reported.");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0506",
        "scattered-environment-access",
        "The environment is read all over the code",
        "`{0}` is read here, in one of {1} modules outside the configuration that read the environment",
        DiagnosticSeverity.Note,
        Precision.High,
        "configuration-management",
        "externalised")
    {
        Cwe = [1108],
        Options = [MostModules],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    // `APP_SETTINGS=shop.production` says which configuration is taken.
    private static bool NamesConfiguration(string key) => key.EndsWith("SETTINGS", StringComparison.Ordinal) || key.EndsWith("SETTINGS_MODULE", StringComparison.Ordinal) || key.EndsWith("CONFIG_FILE", StringComparison.Ordinal);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no environment variable is read");
        if (context.Project.Kind == ProjectKind.Script) return;
        var use = EnvironmentUse.Of(context.Project);
        if (use.Library is { } library) context.Prove("configuration-management/externalised", library.Location, $"settings are read by `{library.Name}`");
        if (use.TypedLibrary is { } typed) context.Prove("configuration-management/typed", typed.Location, $"`{typed.Name}` gives settings a type");
        if (DocumentedKeys.Of(context.Project).Example is { } example) context.Prove("configuration-management/documented-keys", Location.OfFile(example), $"`{example[(example.LastIndexOf('/') + 1)..]}` names the settings");
        if (use.Reads.IsEmpty || context.Project.Kind != ProjectKind.Application) return;
        context.Examined(use.Reads.Length);
        var scattered = use.Reads.Select(place => (place.Tree, place.File, Read: place.Reads.FirstOrDefault(read => read.Key is { } key && !SystemVariables.Contains(key) && !NamesConfiguration(key) && !read.Node.IsUnderMainGuard())))
            .Where(place => place.Read is not null && !ConfigurationModules.Contains(place.File)).ToList();
        if (scattered.Count <= context.GetOption(MostModules)) return;
        foreach (var (tree, _, read) in scattered)
            context.Report(new Location(tree.Path, tree.Text, read!.Node.Span), read.Key!, scattered.Count);
    }
}
