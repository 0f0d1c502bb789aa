using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>What an action sees of one Python file.</summary>
public abstract class SyntaxTreeContext : RuleContext
{
    public abstract SyntaxTree Tree { get; }

    public abstract SemanticModel Model { get; }

    /// <summary>The file, with its role (application, test, migration …).</summary>
    public abstract RepositoryFile File { get; }

    public Location LocationOf(SyntaxNode node) => LocationOf(node.Span);

    public Location LocationOf(TextSpan span) => new(Tree.Path, Tree.Text, span);

    public void Report(SyntaxNode node, params ReadOnlySpan<object> arguments) => Report(LocationOf(node), arguments);

    public void Report(TextSpan span, params ReadOnlySpan<object> arguments) => Report(LocationOf(span), arguments);
}
