namespace StaticReadiness.Repository.Evidence;

/// <summary>The ids of the facts that criteria ask an evidence file for; any other id is kept and shown.</summary>
public static class FactIds
{
    public const string IssueResponseMedianDays = "issue-response-median-days";

    public const string IssueCloseMedianDays = "issue-close-median-days";

    public const string PullRequestMergeMedianDays = "pull-request-merge-median-days";

    public const string SecurityResponseMedianDays = "security-response-median-days";

    public const string OpenIssues = "open-issues";

    public const string ActiveMaintainers = "active-maintainers";

    public const string DownloadsPerMonth = "downloads-per-month";
}
