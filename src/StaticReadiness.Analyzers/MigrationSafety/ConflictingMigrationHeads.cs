using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Reports migration graphs with more than one head, which neither Django nor Alembic can apply without a merge.</summary>
public sealed class ConflictingMigrationHeads : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0204",
        "conflicting-migration-heads",
        "A migration graph has several heads",
        "`{0}` and `{1}` are both heads of the migrations in `{2}`",
        DiagnosticSeverity.Error,
        Precision.VeryHigh,
        "migration-safety",
        "schema-migrations");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var history = MigrationHistory.Of(context.Project);
        if (history.Django.IsEmpty && history.Alembic.IsEmpty) context.NotApplicable("the project has no migrations");
        foreach (var app in history.Django.GroupBy(migration => migration.App).Where(app => app.All(migration => migration.IsReadable)))
            Judge(context, app.Key, [.. MigrationHistory.LeavesOf(app).Select(leaf => (leaf.Name, leaf.Tree, leaf.Definition.NameSpan))]);

        foreach (var folder in history.Alembic.GroupBy(revision => System.IO.Path.GetDirectoryName(revision.Tree.Path) ?? ""))
        {
            // labelled branches are meant to have a head each: https://alembic.sqlalchemy.org/en/latest/branches.html
            if (folder.Any(revision => revision.HasBranchLabels)) continue;
            Judge(context, folder.Key, [.. MigrationHistory.HeadsOf(folder).Select(head => (head.Id, head.Tree, head.Definition.Span))]);
        }
    }

    private static void Judge(ProjectContext context, string folder, ImmutableArray<(string Name, SyntaxTree Tree, Python.Text.TextSpan Span)> heads)
    {
        context.Examined();
        if (heads.Length < 2) return;
        var (name, tree, span) = heads[^1];
        context.Report(context.CreateDiagnostic(new Location(tree.Path, tree.Text, span), heads[^2].Name, name, folder) with
        {
            Related = [.. heads[..^1].Select(head => new CodeFlowStep(new Location(head.Tree.Path, head.Tree.Text, head.Span), $"another head: {head.Name}"))],
        });
    }
}
