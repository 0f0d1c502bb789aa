using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>One Alembic revision file: its identifiers as the module assigns them.</summary>
/// <param name="Id">The value of <c>revision</c>.</param>
/// <param name="Parents">The values of <c>down_revision</c> and <c>depends_on</c>; empty for a base.</param>
/// <param name="HasBranchLabels">True when the revision names a branch, so that several heads are meant.</param>
/// <param name="Definition">The assignment of <c>revision</c>.</param>
internal sealed record AlembicRevision(string Id, ImmutableArray<string> Parents, bool HasBranchLabels, SyntaxTree Tree, Statement Definition)
{
    /// <summary>The revision that a module describes, or null when it is none.</summary>
    public static AlembicRevision? Read(SyntaxTree tree)
    {
        string? id = null;
        Statement? definition = null;
        var hasParents = false;
        var hasLabels = false;
        var parents = ImmutableArray.CreateBuilder<string>();
        foreach (var statement in tree.Root.Body)
        {
            var (name, value) = statement switch
            {
                Assign { Targets: [Name target] } assign => (target.Identifier, assign.Value),
                AnnAssign { Target: Name target, Value: { } assigned } => (target.Identifier, assigned),
                _ => (null, null),
            };
            switch (name)
            {
                case "revision":
                    id = value.StringValue();
                    definition = statement;
                    break;
                case "down_revision":
                    hasParents = true;
                    parents.AddRange(value.StringElements());
                    break;
                case "depends_on":
                    parents.AddRange(value.StringElements());
                    break;
                case "branch_labels":
                    hasLabels = !value.IsNone();
                    break;
            }
        }

        return id is null || !hasParents ? null : new AlembicRevision(id, parents.ToImmutable(), hasLabels, tree, definition!);
    }
}
