using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>
/// Reads the trees of objects that CherryPy and TurboGears dispatch on: the path of a method is the way of attributes that leads to it
/// (CherryPy documentation, dispatching; TurboGears documentation, writing controllers).
/// </summary>
internal sealed class ObjectTreePaths(ProjectFacts facts)
{
    private const int Deepest = 6;

    /// <summary>The path of an exposed method; an ellipsis stands for where its class is not mounted in sight.</summary>
    public string PathOf(FunctionDef method, SemanticModel model, Framework framework)
    {
        if (method.Parent is not ClassDef node || model.GetDeclaredClass(node) is not { } owner) return $"…/{method.Name}";
        var root = PathOf(owner, framework, 0) ?? PathText.Unknown;
        if (ActionOf(method, owner, framework) is { } action) return root + action.Suffix;
        return $"{root}/{(method.Name is "index" or "default" or "_default" or "_lookup" ? "" : method.Name)}";
    }

    /// <summary>What a REST controller does with a method of that name; null for any other method.</summary>
    public static ResourceAction? ActionOf(FunctionDef method, ClassSymbol owner, Framework framework) =>
        owner.Mro.Any(reference => FrameworkTables.BaseClasses.TryGetValue(reference.QualifiedName, out var known) && known.Role == "resource" && known.Framework == framework)
            ? FrameworkTables.Actions[framework].FirstOrDefault(action => action.Name == method.Name) : null;

    private string? PathOf(ClassSymbol owner, Framework framework, int depth)
    {
        if (depth == Deepest) return null;
        if (framework.Id == "turbogears" && owner.Name == "RootController") return "";
        foreach (var mount in facts.Objects.Where(item => item.Object.Framework == framework))
            if (mount.Call.Arguments.FirstOrDefault() is { } given && facts.Resolve(given, mount.Model) is (Call { Function: var made }, var model) && model.ResolveClass(made) == owner)
                return mount.Call.Argument(1, "script_name") is { } path ? PathText.Of(path, mount.Model, facts).TrimEnd('/') : "";
        foreach (var (holder, attribute) in Holders(owner))
            if (PathOf(holder, framework, depth + 1) is { } outer) return $"{outer}/{attribute}";
        return null;
    }

    // `users = Users()` in the class, or `self.users = Users()` in its constructor.
    private IEnumerable<(ClassSymbol Holder, string Attribute)> Holders(ClassSymbol owner)
    {
        foreach (var holder in facts.Project.Modules.SelectMany(module => module.Classes))
        {
            var model = facts.Project.Compilation.GetSemanticModel(holder.Tree);
            foreach (var assign in holder.Node.DescendantsAndSelf().OfType<Assign>())
                if (assign is { Targets: [var target], Value: Call made } && target.LastName() is { } attribute && model.ResolveClass(made.Function) == owner) yield return (holder, attribute);
        }
    }
}
