using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Which applications and routers hold which others, under which prefix.</summary>
internal sealed class IncludeGraph
{
    private readonly Dictionary<string, List<(string Parent, string Prefix)>> parents = [];
    private readonly HashSet<string> applications = [];
    private readonly Dictionary<string, string> ownPrefixes = [];

    public static IncludeGraph Build(ProjectFacts facts)
    {
        var graph = new IncludeGraph();
        foreach (var item in facts.Objects.Where(item => item.Key is not null)) graph.AddObject(item, facts);
        foreach (var fact in facts.Registrations.Where(fact => fact.Registration.Kind == RegistrationKind.Include)) graph.AddInclude(fact, facts);
        return graph;
    }

    public bool IsKnownApplication(string key) => applications.Contains(key);

    public bool IsIncluded(string key) => parents.ContainsKey(key);

    /// <summary>Whether one object holds another, directly or through others.</summary>
    public bool Contains(string outer, string inner)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([inner]);
        while (open.TryPop(out var current))
        {
            if (current == outer) return true;
            if (seen.Add(current) && parents.TryGetValue(current, out var above)) foreach (var (parent, _) in above) open.Push(parent);
        }

        return false;
    }

    /// <summary>The prefixes under which an object's paths appear; one for each way it is included.</summary>
    public IReadOnlyList<string> PrefixesOf(string? key)
    {
        if (key is null) return [""];
        var found = new List<string>();
        Collect(key, "", found, depth: 0);
        return found;
    }

    private void Collect(string key, string suffix, List<string> found, int depth)
    {
        const int deepest = 12;
        var path = ownPrefixes.GetValueOrDefault(key, "") + suffix;
        if (depth == deepest || !parents.TryGetValue(key, out var above))
        {
            found.Add(path);
            return;
        }

        foreach (var (parent, prefix) in above) Collect(parent, prefix + path, found, depth + 1);
    }

    private void AddObject(ObjectFact item, ProjectFacts facts)
    {
        if (item.Object.IsApplication) applications.Add(item.Key!);
        if (item.Object.PrefixKeyword.Length > 0 && item.Call.KeywordValue(item.Object.PrefixKeyword) is { } prefix)
            ownPrefixes[item.Key!] = TextOf(prefix, item.Model, facts);
        foreach (var list in new[] { "routes", "route_handlers" })
            if (item.Call.KeywordValue(list) is { } given) AddListed(item.Key!, given, item.Model, facts);
    }

    // Starlette's `routes=[Mount("/x", app=y)]` and Litestar's `route_handlers=[router]` include what they list.
    private void AddListed(string parent, Expression listed, Python.Semantics.SemanticModel model, ProjectFacts facts)
    {
        var (value, valueModel) = facts.Resolve(listed, model);
        foreach (var element in value.Elements())
        {
            if (element is Call { Arguments: [var path, ..] } mount && mount.Function.LastName() == "Mount" && mount.Argument(1, "app") is { } mounted)
                Add(ReferenceKeys.Of(mounted, valueModel), parent, TextOf(path, valueModel, facts));
            else
                Add(ReferenceKeys.Of(element, valueModel), parent, "");
        }
    }

    private void AddInclude(RegistrationFact fact, ProjectFacts facts)
    {
        if (fact.ReceiverKey is not { } parent || fact.TargetArgument is not { } target) return;
        var prefix = fact.PathArgument is { } path ? TextOf(path, fact.Model, facts) : "";
        Add(ReferenceKeys.Of(target, fact.Model), parent, prefix.TrimEnd('/'));
    }

    private void Add(string? child, string parent, string prefix)
    {
        if (child is null || child == parent) return;
        if (!parents.TryGetValue(child, out var above)) parents[child] = above = [];
        if (!above.Contains((parent, prefix))) above.Add((parent, prefix));
    }

    private static string TextOf(Expression expression, Python.Semantics.SemanticModel model, ProjectFacts facts) =>
        expression.IsNone() ? "" : facts.Resolve(expression, model).Value.StringValue() ?? "…";
}
