using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Which rules are shown which nodes in files of one role.</summary>
internal sealed class DispatchTable
{
    private readonly NodeAction[][] byKind = new NodeAction[256][];

    public DispatchTable(IReadOnlyList<ActionRegistry> rules, FileRoles role)
    {
        var lists = new List<NodeAction>?[256];
        var treeActions = new List<TreeAction>();
        for (var rule = 0; rule < rules.Count; rule++)
        {
            if ((rules[rule].Rule.AppliesTo & role) == FileRoles.None) continue;
            foreach (var (kind, action) in rules[rule].NodeActions) (lists[(int)kind] ??= []).Add(new NodeAction(rule, action));
            foreach (var action in rules[rule].TreeActions) treeActions.Add(new TreeAction(rule, action));
        }

        for (var kind = 0; kind < lists.Length; kind++)
        {
            byKind[kind] = lists[kind] is { } list ? [.. list] : [];
            HasNodeActions |= byKind[kind].Length > 0;
        }

        TreeActions = [.. treeActions];
    }

    public bool HasNodeActions { get; }

    public TreeAction[] TreeActions { get; }

    public bool IsEmpty => !HasNodeActions && TreeActions.Length == 0;

    public NodeAction[] this[SyntaxKind kind] => byKind[(int)kind];

    /// <summary>A node action with the number of its rule.</summary>
    public readonly record struct NodeAction(int Rule, Action<SyntaxNodeContext> Action);

    /// <summary>A tree action with the number of its rule.</summary>
    public readonly record struct TreeAction(int Rule, Action<SyntaxTreeContext> Action);
}
