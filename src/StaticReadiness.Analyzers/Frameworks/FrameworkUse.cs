using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Which frameworks a project can use at all: those whose modules it imports or carries with it.</summary>
internal sealed class FrameworkUse
{
    // A settings module may be all that is there of Django, and web2py hands its names to controllers without an import.
    private static readonly FrozenSet<string> DjangoNames = FrozenSet.Create("ROOT_URLCONF", "MIDDLEWARE", "REST_FRAMEWORK", "handler500", "urlpatterns");

    private static readonly ILookup<string, Framework> ByRoot = FrameworkTables.Objects.Values.Select(item => (item.Name, item.Framework))
        .Concat(FrameworkTables.Functions.SelectMany(rows => rows.Select(row => (Name: rows.Key, row.Framework))))
        .Concat(FrameworkTables.BaseClasses.Values.Select(item => (item.Name, item.Framework)))
        .Concat(FrameworkTables.TestClients.Select(item => (Name: item.Key, Framework: item.Value)))
        .Distinct().ToLookup(item => FrameworkTables.RootOf(item.Name), item => item.Framework);

    private readonly HashSet<Framework> used = [];
    private readonly Lazy<string[]> telling;

    public FrameworkUse(Project project)
    {
        telling = new(() => [.. NamesOfUsed().Select(FrameworkTables.LastName).Distinct(StringComparer.Ordinal)]);
        var seen = new HashSet<string>();
        foreach (var module in project.Modules)
        {
            Add(FrameworkTables.RootOf(module.QualifiedName), seen);
            foreach (var import in module.Summary.Imports)
                if (import.Level == 0) Add(FrameworkTables.RootOf(import.Module), seen);
            if (!module.Summary.Names.IsDefaultOrEmpty && module.Summary.Names.Any(DjangoNames.Contains)) used.Add(FrameworkTables.Frameworks["django"]);
            if (Web2PyFinder.ApplicationOf(module.Tree.Path, project.Files) is not null) used.Add(FrameworkTables.Frameworks["web2py"]);
        }
    }

    /// <summary>Whether the project can use none, so that no file has to be read for it.</summary>
    public bool IsEmpty => used.Count == 0;

    public bool Contains(Framework framework) => used.Contains(framework);

    /// <summary>False when no name in a file is one by which a framework of the project is told something.</summary>
    public bool MayBeTold(SyntaxTree tree) => Array.Exists(telling.Value, tree.MayMention);

    private IEnumerable<string> NamesOfUsed() =>
        FrameworkTables.Objects.Values.Where(item => used.Contains(item.Framework)).Select(item => item.Name)
            .Concat(FrameworkTables.Functions.Where(rows => rows.Any(row => used.Contains(row.Framework))).Select(rows => rows.Key))
            .Concat(FrameworkTables.Methods.Where(rows => rows.Any(row => used.Contains(row.Framework))).Select(rows => rows.Key))
            .Concat(FrameworkTables.TestClients.Where(client => used.Contains(client.Value)).Select(client => client.Key))
            .Concat(SiteShape.Dependencies).Concat(SiteShape.Actions);

    private void Add(string root, HashSet<string> seen)
    {
        if (!seen.Add(root)) return;
        used.UnionWith(ByRoot[root]);
        // FastAPI's applications are Starlette's, with its routes and middleware
        if (root == "fastapi") used.Add(FrameworkTables.Frameworks["starlette"]);
    }
}
