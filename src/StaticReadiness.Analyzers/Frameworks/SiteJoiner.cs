using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Gives the sites of files their meaning: which create an object of a framework, which register something with one.</summary>
internal sealed class SiteJoiner
{
    private readonly FrameworkUse use;
    private readonly Func<DeclaredSymbol, SiteFile> fileOf;
    private readonly List<RegistrationFact> registrations = [];
    private readonly HashSet<SiteCall> followed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<ClassSymbol, FrameworkObject> ownApplications = [];
    private readonly HashSet<string> ownNames = [];
    private readonly HashSet<string> calledNames;

    public SiteJoiner(Project project, FrameworkUse use, Func<DeclaredSymbol, SiteFile> fileOf)
    {
        this.use = use;
        this.fileOf = fileOf;
        calledNames = [.. FrameworkTables.Objects.Values.Where(item => use.Contains(item.Framework)).Select(item => item.Name)
            .Concat(FrameworkTables.Functions.SelectMany(rows => rows).Where(row => !row.IsDecorator && use.Contains(row.Framework)).Select(row => row.Name))
            .Concat(FrameworkTables.TestClients.Where(client => use.Contains(client.Value)).Select(client => client.Key)).Select(FrameworkTables.LastName)];
        if (use.IsEmpty) return;
        foreach (var @class in project.Compilation.Modules.SelectMany(module => module.Classes))
        {
            if (@class.Node.Bases.IsEmpty || FindObject(@class) is not { } known) continue;
            ownApplications.Add(@class, known);
            ownNames.Add(@class.Name);
        }

        if (ownNames.Count == 0) return;
        ownNames.UnionWith([.. project.Compilation.Modules.SelectMany(module => module.Summary.Imports).Where(import => import is { AsName: not null, Name: not null } && ownNames.Contains(import.Name)).Select(import => import.AsName!)]);
    }

    public List<ObjectFact> Objects { get; } = [];

    /// <summary>What is registered; a helper that was followed to its callers stands for none of its own.</summary>
    public IEnumerable<RegistrationFact> Registrations => registrations.Where(fact => !followed.Contains(fact.Site));

    public List<TestClientUse> TestClients { get; } = [];

    public void Join(SiteFile file)
    {
        foreach (var site in file.Facts.Calls)
        {
            if (site.Decorated is not null) JoinDecorator(site, file);
            else if (site.Applied is not null) JoinMethod(site, file);
            else JoinCall(site, file);
        }
    }

    private static FrameworkObject? FindObject(ClassSymbol @class)
    {
        foreach (var reference in @class.Mro)
            if (FrameworkTables.Objects.TryGetValue(reference.QualifiedName, out var known)) return known;
        return null;
    }

    private void JoinCall(SiteCall site, SiteFile file)
    {
        var function = site.Node.Function;
        if (function.LastName() is not { } last) return;
        if (calledNames.Contains(last) && KnownName(function, file) is { } qualified)
        {
            if (FrameworkTables.Objects.TryGetValue(qualified, out var created))
            {
                Add(created, site, file);
                return;
            }

            if (FrameworkTables.TestClients.TryGetValue(qualified, out var tested)) TestClients.Add(new TestClientUse(tested, qualified, file.Place(function)));
            foreach (var row in FrameworkTables.Functions[qualified])
                if (!row.IsDecorator && HasTarget(row, site)) registrations.Add(new RegistrationFact(row, null, site, file));
        }

        if (ownNames.Contains(last) && file.ResolveClass(function) is { } type && ownApplications.TryGetValue(type, out var known)) Add(known, site, file);
        JoinMethod(site, file);
        if (SiteShape.IsNamedLikeMethod(last)) JoinHelper(site, file);
    }

    private void JoinHelper(SiteCall site, SiteFile file)
    {
        if (file.ResolveFunction(site.Node.Function) is not { } helper) return;
        foreach (var (inner, here) in ForwardedCall.Find(site, helper, fileOf(helper)))
        {
            var before = registrations.Count;
            JoinMethod(here, file);
            if (registrations.Count > before) followed.Add(inner);
        }
    }

    private void Add(FrameworkObject made, SiteCall site, SiteFile file) =>
        Objects.Add(new ObjectFact(made, site.Target is { } target ? ReferenceKeys.Of(target, file) : null, site, file));

    // A framework that the repository carries with it resolves to its own files; the tables know it by the name it is imported under.
    private static string? KnownName(SiteValue function, SiteFile file)
    {
        var qualified = file.GetQualifiedName(function);
        return (qualified is null || !FrameworkTables.IsKnown(qualified)) && function.ImportedName() is { } imported && FrameworkTables.IsKnown(imported) ? imported : qualified;
    }

    private void JoinDecorator(SiteCall site, SiteFile file)
    {
        var function = site.Called();
        if (function.LastName() is { } last && SiteShape.Decorators.Contains(last) && KnownName(function, file) is { } qualified)
            foreach (var row in FrameworkTables.Functions[qualified])
                if (row.IsDecorator) registrations.Add(new RegistrationFact(row, null, site, file));
        JoinMethod(site, file);
    }

    private void JoinMethod(SiteCall site, SiteFile file)
    {
        if ((site.Method ?? site.Called()) is not { Kind: SiteValueKind.Attribute, Text: { } name } method) return;
        foreach (var row in FrameworkTables.Methods[name])
        {
            if (row.IsDecorator != site.Decorates() || !use.Contains(row.Framework) || !HasTarget(row, site) || ReceiverOf(row, method, site) is not { } receiver) continue;
            var looksRight = ReferenceKeys.LooksLikeApplication(receiver, row.Framework);
            var framework = FrameworkTables.FrameworkOf(receiver, file);
            if (framework is not null ? framework != row.Framework : !looksRight || file.GetType(receiver) is not null) continue;
            registrations.Add(new RegistrationFact(row, ReferenceKeys.Of(receiver, file), site, file) { IsGuess = framework is null });
        }
    }

    // `app.route("/x")` registers nothing by itself where it is made to decorate; `app.route("/x", callback=show)` does
    private static bool HasTarget(FrameworkRegistration row, SiteCall site) =>
        row.IsDecorator || row is not { Framework.Id: "bottle", Target: { } target } || row.Kind != RegistrationKind.Route || target.In(site.Node) is not null;

    // `app.router.add_get`: the method belongs to an attribute of the application.
    private static SiteValue? ReceiverOf(FrameworkRegistration row, SiteValue method, SiteCall site)
    {
        var dot = row.Name.IndexOf('.');
        if (dot < 0) return method.Inner;
        var owner = site.Owner ?? method.Inner;
        return owner.Kind == SiteValueKind.Attribute && row.Name.AsSpan(0, dot).SequenceEqual(owner.Text) ? owner.Inner : null;
    }
}
