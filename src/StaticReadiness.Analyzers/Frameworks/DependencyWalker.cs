using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds the functions that <c>Depends(f)</c>, <c>Security(f)</c> and <c>Provide(f)</c> hand to a framework, and the background tasks it is given.</summary>
internal sealed class DependencyWalker(SemanticModel model, HandlerCollection handlers) : SyntaxWalker
{
    protected override void VisitCall(Call node)
    {
        var name = node.Function.LastName();
        if (name is "Depends" or "Security" or "Provide" && node.Arguments is [var target, ..] && FrameworkOf(model.GetQualifiedName(node.Function)) is { } framework
            && model.ResolveFunction(target) is { } function)
        {
            // `Provide` follows Litestar's rule: a `def` runs on the loop unless it is told otherwise.
            handlers.Add(function, framework, HandlerRole.Dependency, node.KeywordValue("sync_to_thread").IsTrue() ? HandlerPlace.Thread : null);
        }

        base.VisitCall(node);
    }

    private static Framework? FrameworkOf(string? qualified) => qualified switch
    {
        null => null,
        _ when qualified.StartsWith("fastapi.", StringComparison.Ordinal) => FrameworkTables.Frameworks["fastapi"],
        _ when qualified.StartsWith("litestar.", StringComparison.Ordinal) => FrameworkTables.Frameworks["litestar"],
        _ => null,
    };
}
