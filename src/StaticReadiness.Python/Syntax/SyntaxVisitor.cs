using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace StaticReadiness.Python.Syntax;

/// <summary>Something that is shown syntax nodes one at a time; see <see cref="SyntaxWalker"/> for one that descends.</summary>
public abstract class SyntaxVisitor
{
    private const int FreshStackSize = 16 * 1024 * 1024;

    public abstract void Visit(SyntaxNode node);

    /// <summary>
    /// Visits the node in another thread while this one waits, if the stack is nearly used up; false if it is not. A visitor that
    /// descends calls this first, since a tree may be as high as <see cref="SyntaxLimits.TreeHeight"/>.
    /// </summary>
    protected bool VisitOnFreshStack(SyntaxNode node)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) return false;
        VisitInThread(node);
        return true;
    }

    // apart from its caller, which runs once a node and would otherwise make an object for the thread's work each time
    private void VisitInThread(SyntaxNode node)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() => failure = VisitOrCatch(node), FreshStackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    private ExceptionDispatchInfo? VisitOrCatch(SyntaxNode node)
    {
        try
        {
            Visit(node);
            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
