using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.LifecycleAndOperations;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports deployed applications whose documents do not tell how to deploy, configure and operate them.</summary>
public sealed class NoProductionGuide : DiagnosticAnalyzer
{
    private const string Criterion = "documentation-freshness/production-guide";

    private static readonly (DocumentTopics Topic, string Verb, string[] Stems)[] Needed =
    [
        (DocumentTopics.Deploy, "deploy", ["deploy", "production", "hosting", "install", "docker", "kubernetes", "helm", "self-host", "selfhost", "ansible", "setup"]),
        (DocumentTopics.Configure, "configure", ["config", "setting", "environment", "options", "env", "parameters"]),
        (DocumentTopics.Operate, "operate", ["operat", "runbook", "monitor", "backup", "troubleshoot", "admin", "maint", "scaling", "health", "logging", "logs", "observab", "metrics", "upgrad", "updat", "faq", "restore", "management", "command", "debug"]),
    ];

    private static readonly HashSet<string> RecordFolders = new(StringComparer.OrdinalIgnoreCase) { "adr", "adrs", "decisions", "architecture-decisions", "runbook", "runbooks", "playbooks" };

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0704",
        "no-production-guide",
        "No document tells how to run the application in production",
        "No document tells how to {0} the application",
        DiagnosticSeverity.Note,
        Precision.Medium,
        "documentation-freshness",
        "production-guide");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var project = context.Project;
        if (project.Kind != ProjectKind.Application || !project.ServedApplications().Any())
        {
            context.NotApplicable("nothing is deployed");
            return;
        }

        var documents = ProjectDocuments.Of(project);
        if (FindRecord(documents) is { } record) context.Prove(Criterion, Location.OfFile(record), "a runbook or decision records exist");
        var missing = Missing(project, documents);
        if (missing.Length == 0 || (missing is [var one] && one != "deploy"))
        {
            context.Examined();
            return;
        }

        if (documents.Readme is { } readme && readme.Links.Any(link => DocumentationSites.IsOwnSite(project, documents, link.Target)))
        {
            context.Unknown("the documents are on a site of their own");
            return;
        }

        if (project.History.TryGet(out var history) && !history.IsWhole)
        {
            context.Unknown("the scanned folder is a part of a larger repository");
            return;
        }

        context.Examined();
        context.Report(documents.Readme is { } place ? Location.OfFile(place.Path) : Location.Repository, Join(missing));
    }

    private static ImmutableArray<string> Missing(Project project, ProjectDocuments documents)
    {
        var told = documents.All.Aggregate(DocumentTopics.None, static (topics, document) => topics | TopicFinder.Find(document));
        if (project.Files.Files.Any(file => IsSampleOfSettings(file.Name))) told |= DocumentTopics.Configure;
        return [.. Needed.Where(need => !told.HasFlag(need.Topic) && !documents.All.Any(document => Tells(document, need.Stems))).Select(need => need.Verb)];
    }

    // By the name of a page, by a heading, by a command that starts the containers, by a button of a hosting service.
    private static bool Tells(Document document, string[] stems) =>
        document.Path.Split('/', '.', '-', '_').Any(part => StartsWithAny(part, stems))
        || document.Headings.Any(heading => heading.Title.Split(' ', '-', '/', '`', '"', ':', '(').Any(word => StartsWithAny(word, stems)))
        || (stems.Contains("docker") && (document.CodeBlocks.Any(block => block.Commands.Any(command => command.Program is "docker" or "docker-compose" or "podman" or "heroku" or "fly" or "flyctl" or "gcloud")) || document.Links.Any(link => link.Target.Contains("deploy", StringComparison.OrdinalIgnoreCase))))
        || (stems.Contains("env") && document.CodeBlocks.Any(block => block.Commands.Any(command => command.Words.Any(word => word.Text.Contains(".env", StringComparison.Ordinal)))));

    private static bool StartsWithAny(string word, string[] stems) => stems.Any(stem => word.StartsWith(stem, StringComparison.OrdinalIgnoreCase));

    private static bool IsSampleOfSettings(string name) =>
        (name.Contains("env", StringComparison.OrdinalIgnoreCase) || name.Contains("config", StringComparison.OrdinalIgnoreCase) || name.Contains("settings", StringComparison.OrdinalIgnoreCase))
        && (name.Contains("example", StringComparison.OrdinalIgnoreCase) || name.Contains("sample", StringComparison.OrdinalIgnoreCase) || name.Contains("template", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".dist", StringComparison.Ordinal));

    private static string? FindRecord(ProjectDocuments documents) =>
        documents.All.FirstOrDefault(document => RepositoryPath.DirectoryOf(document.Path).Split('/').Any(RecordFolders.Contains)
            || RepositoryPath.NameOf(document.Path).Contains("runbook", StringComparison.OrdinalIgnoreCase) || RepositoryPath.NameOf(document.Path).Contains("playbook", StringComparison.OrdinalIgnoreCase))?.Path;

    private static string Join(ImmutableArray<string> verbs) => verbs.Length == 1 ? verbs[0] : $"{string.Join(", ", verbs[..^1])} or {verbs[^1]}";
}
