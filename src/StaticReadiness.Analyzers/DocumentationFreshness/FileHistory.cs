using StaticReadiness.Analysis;
using StaticReadiness.Repository;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Which commits of the last years changed which files: a fact shared by the rules on documentation.</summary>
internal sealed class FileHistory
{
    public const int Years = 6;

    private FileHistory(Project project)
    {
        Since = new DateTimeOffset(project.Today.AddYears(-Years), TimeOnly.MinValue, TimeSpan.Zero);
        Changes = project.History.TryGet(out var history) ? history.ChangesSince(Since) : Answers.Unknown<FileChanges>(project.History.Reason!);
    }

    /// <summary>The moment from which commits are known.</summary>
    public DateTimeOffset Since { get; }

    public Answer<FileChanges> Changes { get; }

    public static FileHistory Of(Project project) => project.Whole.GetFact(static p => new FileHistory(p));
}
