using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>The names and types of which something in the application is closed: called to close, entered by <c>with</c>, or handed to what closes it.</summary>
internal sealed class ResourceUse
{
    private readonly HashSet<(string Holder, string Method)> closedNames = [];
    private readonly HashSet<string> closedTypes = [];
    private readonly HashSet<string> handedOver = [];

    private ResourceUse(Project project)
    {
        foreach (var (tree, _) in ApplicationTrees.Of(project))
        {
            var model = project.Compilation.GetSemanticModel(tree);
            foreach (var node in tree.Root.DescendantsAndSelf())
            {
                if (node is WithItem { Value: var entered } && HolderOf(entered) is { } opened) handedOver.Add(opened);
                else if (node is Call call) AddCall(call, model);
                // `for client in (a, b): await client.close()`, `shutdown = engine.dispose`
                else if (node is Name or Attribute or Subscript && node.Parent is List or Python.Syntax.Tuple && HolderOf((Expression)node) is { } listed) handedOver.Add(listed);
                else if (node is Attribute { Name: var method, Value: var owner } && ClosableResources.Closers.Contains(method) && HolderOf(owner) is { } holder) closedNames.Add((holder, method));
            }
        }
    }

    public static ResourceUse Of(Project project) => project.GetFact(static p => new ResourceUse(p));

    /// <summary>What a resource is known by wherever it is used: the variable, the attribute of <c>app.state</c>, the key of <c>app[…]</c>.</summary>
    public static string? HolderOf(Expression expression) => expression switch
    {
        Name or Attribute => expression.LastName(),
        Subscript { Index: var key } => key.StringValue() ?? key.LastName(),
        Await { Value: var value } => HolderOf(value),
        _ => null,
    };

    public bool IsClosed(string holder, ClosableResource resource) =>
        handedOver.Contains(holder) || closedTypes.Contains(resource.Name) || resource.Closers.Any(method => closedNames.Contains((holder, method)));

    private void AddCall(Call call, SemanticModel model)
    {
        if (call.Function is Attribute { Name: var method, Value: var owner } && ClosableResources.Closers.Contains(method))
        {
            if (HolderOf(owner) is null && model.GetType(owner) is { } type) closedTypes.Add(type.QualifiedName);
            return;
        }

        if (call.Function.LastName() is not { } name || !IdentifierWords.Split(name).Any(word => word is "close" or "closing" or "aclosing" or "shutdown" or "dispose" or "disconnect" or "cleanup" or "stop" or "enter" or "callback" or "teardown" or "gather" or "finalize" or "register")) return;
        foreach (var argument in call.Arguments.Concat(call.Keywords.Select(keyword => keyword.Value)))
            if (HolderOf(argument) is { } holder) handedOver.Add(holder);
    }
}
