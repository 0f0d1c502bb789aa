using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports projects whose README does not say how to install, run and test them, nor leads to a document that does.</summary>
public sealed class IncompleteReadme : DiagnosticAnalyzer
{
    private static readonly (DocumentTopics Topic, string Verb)[] Needed = [(DocumentTopics.Install, "install"), (DocumentTopics.Run, "run"), (DocumentTopics.Test, "test")];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0701",
        "incomplete-readme",
        "The README does not tell how to install, run and test the project",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "documentation-freshness",
        "readme");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.Examined(Needed.Length);
        DescribedInterface.Prove(context);
        var documents = ProjectDocuments.Of(context.Project);
        if (documents.Readme is not { } readme)
        {
            context.Report(Location.Repository, "there is no README");
            return;
        }

        var told = documents.Current.Aggregate(TopicFinder.Find(readme), static (topics, document) => topics | TopicFinder.Find(document));
        // A site of its own usually tells users what to do; how to test is for those who have the repository.
        if (readme.Links.Any(link => DocumentationSites.IsSite(link.Target))) told |= DocumentTopics.Install | DocumentTopics.Run;
        if (documents.Current.Any(document => TellsOfTests(document.Text.Content))) told |= DocumentTopics.Test;
        var missing = Needed.Where(need => !told.HasFlag(need.Topic)).Select(need => need.Verb).ToList();
        if (missing.Count > 0) context.Report(Location.OfFile(readme.Path), $"neither `{readme.Path}` nor another document tells how to {(missing.Count > 2 ? $"{string.Join(", ", missing.SkipLast(1))} or {missing[^1]}" : string.Join(" or ", missing))} the project");
    }

    // A sentence in a list of steps often does: "Run tests before you commit".
    private static bool TellsOfTests(string text) =>
        text.Contains("pytest", StringComparison.Ordinal) || text.Contains("run tests", StringComparison.OrdinalIgnoreCase) || text.Contains("run the test", StringComparison.OrdinalIgnoreCase) || text.Contains("running tests", StringComparison.OrdinalIgnoreCase);
}
