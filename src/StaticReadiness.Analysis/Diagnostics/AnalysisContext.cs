using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>Where an analyzer registers what it wants to be shown.</summary>
public abstract class AnalysisContext
{
    /// <summary>Asks for every node of the kinds in the files the descriptor applies to, during the one walk of each tree.</summary>
    public abstract void RegisterSyntaxNodeAction(Action<SyntaxNodeContext> action, params ReadOnlySpan<SyntaxKind> kinds);

    /// <summary>Asks for every tree once, after its walk.</summary>
    public abstract void RegisterSyntaxTreeAction(Action<SyntaxTreeContext> action);

    /// <summary>Asks to be called once a project, after all trees.</summary>
    public abstract void RegisterProjectAction(Action<ProjectContext> action);
}
