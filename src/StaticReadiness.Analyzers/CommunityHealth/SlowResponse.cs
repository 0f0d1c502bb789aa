using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Evidence;

namespace StaticReadiness.Analyzers.CommunityHealth;

/// <summary>Reports maintainers who take long to answer, by the numbers of an evidence file.</summary>
public sealed class SlowResponse : DiagnosticAnalyzer
{
    private static readonly RuleOption<int> IssueDays = new("issue-days", 14, "the median of days until an issue is answered that is still fine");
    private static readonly RuleOption<int> MergeDays = new("merge-days", 30, "the median of days until a pull request is merged that is still fine");
    private static readonly RuleOption<int> SecurityDays = new("security-days", 7, "the median of days until a report of a vulnerability is answered that is still fine");

    private static readonly (string Fact, RuleOption<int> Option, string Event)[] Questions =
    [
        (FactIds.IssueResponseMedianDays, IssueDays, "An issue is answered"),
        (FactIds.PullRequestMergeMedianDays, MergeDays, "A pull request is merged"),
        (FactIds.SecurityResponseMedianDays, SecurityDays, "A report of a vulnerability is answered"),
    ];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0812",
        "slow-response",
        "Who reports a problem waits long for an answer",
        "{0} after `{1}` days in the median",
        DiagnosticSeverity.Note,
        Precision.VeryHigh,
        "community-health",
        "responsiveness")
    {
        IsAboutRepository = true,
        Options = [IssueDays, MergeDays, SecurityDays],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no repository holds it: `--evidence` gives response times");
        foreach (var (fact, option, what) in Questions)
        {
            if (!context.Project.Evidence.Find(fact).TryGet(out var days)) continue;
            context.Examined();
            var shown = days.ToString("0.#", CultureInfo.InvariantCulture);
            if (days > context.GetOption(option)) context.Report(Location.Repository, what, shown);
            else context.Prove("community-health/responsiveness", Location.Repository, $"{what} after {shown} days in the median");
        }
    }
}
