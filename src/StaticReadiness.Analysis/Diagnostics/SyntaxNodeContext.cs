using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>What an action sees of one node.</summary>
public abstract class SyntaxNodeContext : SyntaxTreeContext
{
    public abstract SyntaxNode Node { get; }
}
