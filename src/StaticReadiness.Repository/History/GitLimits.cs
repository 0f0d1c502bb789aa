namespace StaticReadiness.Repository.History;

/// <summary>How long git may run for one question, and how many bytes of its answer are read.</summary>
public sealed record GitLimits(TimeSpan Time, long Output)
{
    public static GitLimits Default { get; } = new(TimeSpan.FromSeconds(60), 512L * 1024 * 1024);
}
