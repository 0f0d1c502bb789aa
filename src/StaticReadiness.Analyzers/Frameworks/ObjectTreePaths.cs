using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>
/// Reads the trees of objects that CherryPy and TurboGears dispatch on: the path of a method is the way of attributes that leads to it
/// (CherryPy documentation, dispatching; TurboGears documentation, writing controllers).
/// </summary>
internal sealed class ObjectTreePaths(ProjectFacts facts)
{
    private const int Deepest = 6;

    /// <summary>The path of an exposed method; an ellipsis stands for where its class is not mounted in sight.</summary>
    public string PathOf(FunctionSymbol method, Framework framework)
    {
        if (method.ContainingClass is not { } owner) return $"…/{method.Name}";
        var root = PathOf(owner, framework, 0) ?? PathText.Unknown;
        if (ActionOf(method, owner, framework) is { } action) return root + action.Suffix;
        return $"{root}/{(method.Name is "index" or "default" or "_default" or "_lookup" ? "" : method.Name)}";
    }

    /// <summary>What a REST controller does with a method of that name; null for any other method.</summary>
    public static ResourceAction? ActionOf(FunctionSymbol method, ClassSymbol owner, Framework framework) =>
        owner.Mro.Any(reference => FrameworkTables.BaseClasses.TryGetValue(reference.QualifiedName, out var known) && known.Role == "resource" && known.Framework == framework)
            ? FrameworkTables.Actions[framework].FirstOrDefault(action => action.Name == method.Name) : null;

    private string? PathOf(ClassSymbol owner, Framework framework, int depth)
    {
        if (depth == Deepest) return null;
        if (framework.Id == "turbogears" && owner.Name == "RootController") return "";
        foreach (var mount in facts.Objects.Where(item => item.Object.Framework == framework))
            if (mount.Call.Arguments.FirstOrDefault() is { } given && facts.Resolve(given, mount.File) is ({ Kind: SiteValueKind.Call, Function: var made }, var file) && file.ResolveClass(made) == owner)
                return mount.Call.Argument(1, "script_name") is { } path ? PathText.Of(path, mount.File, facts).TrimEnd('/') : "";
        foreach (var (holder, attribute) in Holders(owner))
            if (PathOf(holder, framework, depth + 1) is { } outer) return $"{outer}/{attribute}";
        return null;
    }

    // the class around, or in `root.users = Users()` outside of classes that of the object it is given to
    private static ClassSymbol? HolderOf(SiteCall site, SiteFile file)
    {
        if (file.ClassAround(site) is { } around) return around;
        if (site.Target is not { Kind: SiteValueKind.Attribute, Inner: var given } || given.DottedName() is not { } name) return null;
        return file.GetType(given)?.Class
            ?? file.Facts.Calls.Where(other => other.Node.Kind == SiteValueKind.Call && other.Target.DottedName() == name).Select(other => file.ResolveClass(other.Node.Function)).FirstOrDefault();
    }

    // `users = Users()` in the class, or `self.users = Users()` in its constructor.
    private IEnumerable<(ClassSymbol Holder, string Attribute)> Holders(ClassSymbol owner)
    {
        foreach (var file in facts.Files)
        {
            foreach (var site in file.Facts.Calls)
            {
                if (site.Target.LastName() is not { } attribute || site.Node.Kind != SiteValueKind.Call || file.ResolveClass(site.Node.Function) != owner) continue;
                if (HolderOf(site, file) is { } holder) yield return (holder, attribute);
            }
        }
    }
}
