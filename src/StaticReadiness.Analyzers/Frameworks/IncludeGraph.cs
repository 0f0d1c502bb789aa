using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Which applications and routers hold which others, under which prefix.</summary>
internal sealed class IncludeGraph
{
    private readonly Dictionary<string, List<Edge>> parents = [];
    private readonly HashSet<string> applications = [];
    private readonly Dictionary<string, string> ownPrefixes = [];
    private readonly Dictionary<string, PathVersion> versions = [];

    // An inclusion whose path stands for the router's own prefix replaces it.
    private readonly record struct Edge(string Parent, string Prefix, bool ReplacesOwn);

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
            if (seen.Add(current) && parents.TryGetValue(current, out var above)) foreach (var edge in above) open.Push(edge.Parent);
        }

        return false;
    }

    /// <summary>The prefixes under which an object's paths appear; one for each way it is included.</summary>
    /// <param name="version">The version that the route itself names.</param>
    public IReadOnlyList<string> PrefixesOf(string? key, PathVersion version = default)
    {
        if (key is null) return [version.Text];
        var found = new List<string>();
        Collect(key, "", version, found, depth: 0);
        return found;
    }

    /// <summary>The version that a call names and what stands before it; each null when the call names none.</summary>
    public static PathVersion VersionOf(SiteValue call, string keyword) => new(
        call.KeywordValue(keyword) is { Kind: SiteValueKind.Integer or SiteValueKind.String or SiteValueKind.Literal, Text: { } text } ? text : null,
        call.KeywordValue(keyword + "_prefix").StringValue());

    private static string Under(string outer, string inner) =>
        outer.Length == 0 || inner.Length == 0 || outer.EndsWith('/') || inner.StartsWith('/') || inner.StartsWith(PathText.Unknown, StringComparison.Ordinal) ? outer + inner : $"{outer}/{inner}";

    // the innermost version counts
    private void Collect(string key, string suffix, PathVersion version, List<string> found, int depth)
    {
        const int deepest = 12, most = 1_000;
        if (found.Count >= most) return;
        version = version.Or(versions.GetValueOrDefault(key));
        var own = ownPrefixes.GetValueOrDefault(key, "");
        if (depth == deepest || !parents.TryGetValue(key, out var above))
        {
            found.Add(Under(version.Text, Under(own, suffix)));
            return;
        }

        foreach (var edge in above) Collect(edge.Parent, Under(edge.Prefix, Under(edge.ReplacesOwn ? "" : own, suffix)), version, found, depth + 1);
    }

    private void AddObject(ObjectFact item, ProjectFacts facts)
    {
        if (item.Object.IsApplication) applications.Add(item.Key!);
        if (item.Object.PrefixKeyword.Length > 0 && item.Call.KeywordValue(item.Object.PrefixKeyword) is { } prefix)
            ownPrefixes[item.Key!] = TextOf(prefix, item.File, facts);
        else if (item.Object.DefaultPrefix?.In(item.Call) is { } named)
            ownPrefixes[item.Key!] = "/" + TextOf(named, item.File, facts);
        if (item.Object.Holder?.In(item.Call) is { } holder && ReferenceKeys.Of(holder, item.File) is { } outer) Add(item.Key!, outer, "");
        if (item.Object.VersionKeyword.Length > 0) versions[item.Key!] = VersionOf(item.Call, item.Object.VersionKeyword);
        foreach (var member in item.Object.Members?.AllIn(item.Call) ?? [])
            foreach (var router in member.Elements() is { IsEmpty: false } several ? several : [member]) Add(ReferenceKeys.Of(router, item.File), item.Key!, "");
        foreach (var list in new[] { "routes", "route_handlers" })
            if (item.Call.KeywordValue(list) is { } given) AddListed(item.Key!, given, item.File, facts);
    }

    // Starlette's `routes=[Mount("/x", app=y)]` and Litestar's `route_handlers=[router]` include what they list.
    private void AddListed(string parent, SiteValue listed, SiteFile file, ProjectFacts facts)
    {
        var (value, valueFile) = facts.Resolve(listed, file);
        foreach (var element in value.Elements())
        {
            if (element is { Kind: SiteValueKind.Call, Arguments: [var path, ..] } mount && mount.Function.LastName() == "Mount" && mount.Argument(1, "app") is { } mounted)
                Add(ReferenceKeys.Of(mounted, valueFile), parent, TextOf(path, valueFile, facts));
            else
                Add(ReferenceKeys.Of(element, valueFile), parent, "");
        }
    }

    private void AddInclude(RegistrationFact fact, ProjectFacts facts)
    {
        if (fact.ReceiverKey is not { } parent || fact.TargetArgument is not { } target) return;
        var prefix = fact.PathArgument is { } path ? TextOf(path, fact.File, facts) : "";
        Add(ReferenceKeys.Of(target, fact.File), parent, prefix.TrimEnd('/'), fact.PathArgument is { } given && !given.IsNone() && fact.Registration.Verbs == "replaces");
    }

    private void Add(string? child, string parent, string prefix, bool replacesOwn = false)
    {
        if (child is null || child == parent) return;
        if (!parents.TryGetValue(child, out var above)) parents[child] = above = [];
        var edge = new Edge(parent, prefix, replacesOwn);
        if (!above.Contains(edge)) above.Add(edge);
    }

    private static string TextOf(SiteValue value, SiteFile file, ProjectFacts facts) =>
        value.IsNone() ? "" : PathText.Of(value, file, facts);
}
