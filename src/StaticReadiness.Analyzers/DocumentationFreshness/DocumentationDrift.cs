using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports documents that nobody touched while the code they name changed again and again.</summary>
public sealed class DocumentationDrift : DiagnosticAnalyzer
{
    private const int MostDocuments = 3;
    private static readonly RuleOption<int> Months = new("months", 18, "how many months a document may lie while its code changes");
    private static readonly RuleOption<int> Commits = new("commits", 25, "how many commits to the code named make a document suspect");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0703",
        "documentation-drift",
        "A document has not changed with the code it describes",
        "The document was last changed {0}, and {1} has been changed by {2} commits since",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "documentation-freshness",
        "age")
    {
        Options = [Months, Commits],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var documents = ProjectDocuments.Of(context.Project).Current.Where(document => !DocumentTense.IsOfAnotherTime(document.Path))
            .Select(document => (Document: document, Code: DescribedCode.Of(context.Project, document))).Where(pair => pair.Code.Count > 0).ToList();
        if (documents.Count == 0)
        {
            context.NotApplicable("no document names code");
            return;
        }

        var history = FileHistory.Of(context.Project);
        if (!history.Changes.TryGet(out var changes))
        {
            context.Unknown(history.Changes.Reason!);
            return;
        }

        // What many documents name, such as the application itself, is none of theirs to describe.
        var hubs = documents.SelectMany(pair => pair.Code.Keys).GroupBy(path => path).Where(group => group.Count() > MostDocuments).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (_, code) in documents)
            foreach (var hub in hubs) code.Remove(hub);
        foreach (var (document, code) in documents) ExamineDocument(context, document, code, history.Since, changes);
    }

    private static void ExamineDocument(ProjectContext context, Document document, Dictionary<string, Location> code, DateTimeOffset since, FileChanges changes)
    {
        context.Examined();
        var last = changes.LastChange(document.Path);
        var from = last ?? since;
        if (DateOnly.FromDateTime(from.UtcDateTime) > context.Project.Today.AddMonths(-context.GetOption(Months))) return;
        // Changes soon after the document's own are the end of the same work.
        var counts = code.Select(pair => (Path: pair.Key, Place: pair.Value, Count: changes.CountAfter(pair.Key, from.AddMonths(1)))).Where(file => file.Count > 0).OrderByDescending(file => file.Count).ThenBy(file => file.Path, StringComparer.Ordinal).ToList();
        var total = counts.Sum(file => file.Count);
        if (total < context.GetOption(Commits)) return;
        var others = counts.Count == 1 ? "" : counts.Count == 2 ? " with one other file it names" : $" with {counts.Count - 1} other files it names";
        context.Report(counts[0].Place, last is { } day ? $"on {day:yyyy-MM-dd}" : $"before {since:yyyy-MM-dd}", $"`{counts[0].Path}`{others}", total);
    }
}
