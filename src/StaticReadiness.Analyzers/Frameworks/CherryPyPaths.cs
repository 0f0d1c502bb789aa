using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads CherryPy's tree of objects: the path of a method is the way of attributes that leads to it (CherryPy documentation, dispatching).</summary>
internal sealed class CherryPyPaths(ProjectFacts facts)
{
    private const int Deepest = 6;

    /// <summary>The path of an exposed method; an ellipsis stands for where its class is not mounted in sight.</summary>
    public string PathOf(FunctionDef method, SemanticModel model)
    {
        var name = method.Name is "index" or "default" ? "" : method.Name;
        return method.Parent is ClassDef node && model.GetDeclaredClass(node) is { } owner ? $"{PathOf(owner, 0)}/{name}" : "…/" + name;
    }

    private string PathOf(ClassSymbol owner, int depth)
    {
        if (depth == Deepest) return "…";
        foreach (var mount in facts.Objects.Where(item => item.Object.Framework.Id == "cherrypy"))
            if (mount.Call.Arguments.FirstOrDefault() is Call { Function: var made } && mount.Model.ResolveClass(made) == owner)
                return (mount.Call.Argument(1, "script_name").StringValue() ?? "").TrimEnd('/');
        foreach (var (holder, attribute) in Holders(owner))
            if (PathOf(holder, depth + 1) is var outer && outer != "…") return $"{outer}/{attribute}";
        return "…";
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
