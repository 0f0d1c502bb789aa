using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analysis.Driver;

/// <summary>The actions that one analyzer registered.</summary>
internal sealed class ActionRegistry(DiagnosticAnalyzer analyzer) : AnalysisContext
{
    private readonly List<(SyntaxKind Kind, Action<SyntaxNodeContext> Action)> nodeActions = [];
    private readonly List<Action<SyntaxTreeContext>> treeActions = [];
    private readonly List<Action<ProjectContext>> projectActions = [];

    public DiagnosticDescriptor Rule { get; } = analyzer.Descriptor;

    public IReadOnlyList<(SyntaxKind Kind, Action<SyntaxNodeContext> Action)> NodeActions => nodeActions;

    public IReadOnlyList<Action<SyntaxTreeContext>> TreeActions => treeActions;

    public IReadOnlyList<Action<ProjectContext>> ProjectActions => projectActions;

    public static ActionRegistry Of(DiagnosticAnalyzer analyzer)
    {
        var registry = new ActionRegistry(analyzer);
        analyzer.Initialize(registry);
        return registry;
    }

    public override void RegisterSyntaxNodeAction(Action<SyntaxNodeContext> action, params ReadOnlySpan<SyntaxKind> kinds)
    {
        foreach (var kind in kinds) nodeActions.Add((kind, action));
    }

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeContext> action) => treeActions.Add(action);

    public override void RegisterProjectAction(Action<ProjectContext> action) => projectActions.Add(action);
}
