using System.Collections.Immutable;
using StaticReadiness.Analysis;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>All schema migrations of a project, read statically.</summary>
internal sealed class MigrationHistory
{
    private MigrationHistory(ImmutableArray<DjangoMigration> django, ImmutableArray<AlembicRevision> alembic)
    {
        Django = django;
        Alembic = alembic;
    }

    public ImmutableArray<DjangoMigration> Django { get; }

    public ImmutableArray<AlembicRevision> Alembic { get; }

    public static MigrationHistory Of(Project project) => project.GetFact(Create);

    private static MigrationHistory Create(Project project)
    {
        var django = ImmutableArray.CreateBuilder<DjangoMigration>();
        var alembic = ImmutableArray.CreateBuilder<AlembicRevision>();
        foreach (var tree in project.Trees)
        {
            if (tree.Path.Contains("migrations/", StringComparison.Ordinal) && DjangoMigration.Read(project.Compilation.GetSemanticModel(tree)) is { } migration) django.Add(migration);
            else if (AlembicRevision.Read(tree) is { } revision) alembic.Add(revision);
        }

        return new MigrationHistory(django.ToImmutable(), alembic.ToImmutable());
    }

    /// <summary>The leaves of one app's graph, in order of their names; squashed migrations stand for those they replace.</summary>
    public static ImmutableArray<DjangoMigration> LeavesOf(IEnumerable<DjangoMigration> app)
    {
        var migrations = app.ToImmutableArray();
        var replaced = migrations.SelectMany(migration => migration.Replaces).ToHashSet();
        // a parent that a squash replaced stands for the squash
        var label = LabelOf(migrations);
        var parents = migrations.Where(migration => !replaced.Contains(migration.Name))
            .SelectMany(migration => migration.Dependencies).Where(dependency => dependency.App == label).Select(dependency => dependency.Name).ToHashSet();
        return [.. migrations.Where(migration => !replaced.Contains(migration.Name)
            && !parents.Contains(migration.Name) && !migration.Replaces.Any(parents.Contains)).OrderBy(migration => migration.Name, StringComparer.Ordinal)];
    }

    // Django's label is the folder's name unless an AppConfig renames it: then it is the one whose migrations lie here.
    private static string LabelOf(ImmutableArray<DjangoMigration> app)
    {
        var folder = app[0].App[(app[0].App.LastIndexOf('/') + 1)..];
        var names = app.Select(migration => migration.Name).ToHashSet();
        return app.SelectMany(migration => migration.Dependencies).Where(dependency => names.Contains(dependency.Name))
            .GroupBy(dependency => dependency.App).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key == folder)
            .FirstOrDefault()?.Key ?? folder;
    }

    /// <summary>The heads of one folder of Alembic revisions, in order of their paths.</summary>
    public static ImmutableArray<AlembicRevision> HeadsOf(IEnumerable<AlembicRevision> folder)
    {
        var revisions = folder.ToImmutableArray();
        // Alembic accepts an abbreviated identifier where it is unique
        var parents = revisions.SelectMany(revision => revision.Parents).ToImmutableArray();
        var named = parents.ToHashSet();
        return [.. revisions.Where(revision => !named.Contains(revision.Id) && !parents.Any(parent => parent.Length >= 4 && revision.Id.StartsWith(parent, StringComparison.Ordinal)))
            .OrderBy(revision => revision.Tree.Path, StringComparer.Ordinal)];
    }
}
