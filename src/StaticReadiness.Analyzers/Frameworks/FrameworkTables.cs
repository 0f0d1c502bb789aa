using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>What is known of frameworks, read once from the data tables.</summary>
internal static class FrameworkTables
{
    public static FrozenDictionary<string, Framework> Frameworks { get; } = EmbeddedTable.Read("frameworks.tsv")
        .Select(row => new Framework(row[0], row[1], Place(row[2]), Place(row[3]), row[4]) { RootsPaths = row[5] == "rooted" })
        .ToFrozenDictionary(framework => framework.Id);

    /// <summary>The constructors by qualified name.</summary>
    public static FrozenDictionary<string, FrameworkObject> Objects { get; } = EmbeddedTable.Read("framework-objects.tsv")
        .Select(row => new FrameworkObject(row[0], Frameworks[row[1]], row[2] == "app", row[3], ArgumentPlace.Parse(row[4]), ArgumentPlace.Parse(row[5]), row[6], ArgumentPlace.Parse(row[7])))
        .ToFrozenDictionary(item => item.Name);

    /// <summary>The constructors of applications, as opposed to those of routers.</summary>
    public static FrozenSet<string> Applications { get; } = Objects.Values.Where(item => item.IsApplication && item.Framework.Id != "celery").Select(item => item.Name).ToFrozenSet();

    public static ImmutableArray<FrameworkRegistration> Registrations { get; } =
        [.. EmbeddedTable.Read("framework-registrations.tsv").Select(ReadRegistration)];

    /// <summary>The methods of application and router objects by their last name.</summary>
    public static ILookup<string, FrameworkRegistration> Methods { get; } =
        Registrations.Where(row => row.Form == "method").ToLookup(row => LastName(row.Name));

    /// <summary>The functions and decorators by qualified name; one name serves several frameworks.</summary>
    public static ILookup<string, FrameworkRegistration> Functions { get; } =
        Registrations.Where(row => row.Form is "function" or "decorator").ToLookup(row => row.Name);

    public static ILookup<Framework, FrameworkRegistration> Keywords { get; } =
        Registrations.Where(row => row.Form == "keyword").ToLookup(row => row.Framework);

    /// <summary>What makes a test client, by qualified name.</summary>
    public static FrozenDictionary<string, Framework> TestClients { get; } = EmbeddedTable.Read("test-clients.tsv").ToFrozenDictionary(row => row[0], row => Frameworks[row[1]]);

    public static FrozenDictionary<string, FrameworkBaseClass> BaseClasses { get; } = EmbeddedTable.Read("framework-classes.tsv")
        .Select(row => new FrameworkBaseClass(row[0], Frameworks[row[1]], row[2], Words(row[3]), Words(row[4])))
        .ToFrozenDictionary(item => item.Name);

    /// <summary>What a class of a framework does with methods of certain names, by framework.</summary>
    public static ILookup<Framework, ResourceAction> Actions { get; } = EmbeddedTable.Read("resource-actions.tsv")
        .Select(row => new ResourceAction(Frameworks[row[0]], row[1], row[2], row[3]))
        .ToLookup(action => action.Framework);

    /// <summary>Keys of configuration that answer unforeseen exceptions, by key.</summary>
    public static FrozenDictionary<string, BoundaryKey> BoundaryKeys { get; } = EmbeddedTable.Read("boundary-keys.tsv")
        .Select(row => new BoundaryKey(row[1], Frameworks[row[0]], row[2]))
        .ToFrozenDictionary(key => key.Key);

    /// <summary>Whether a qualified name is one of a constructor, function or test client of the tables.</summary>
    public static bool IsKnown(string qualifiedName) => Objects.ContainsKey(qualifiedName) || Functions.Contains(qualifiedName) || TestClients.ContainsKey(qualifiedName);

    /// <summary>The top-level modules of the frameworks.</summary>
    public static FrozenSet<string> Roots { get; } = Objects.Keys.Concat(Functions.Select(rows => rows.Key)).Concat(BaseClasses.Keys).Concat(TestClients.Keys).Select(RootOf).ToFrozenSet();

    public static string RootOf(string dotted) => dotted.IndexOf('.') is var dot and > 0 ? dotted[..dot] : dotted;

    public static string LastName(string dotted) => dotted[(dotted.LastIndexOf('.') + 1)..];

    /// <summary>The framework whose application or router an expression is, by its type; null when it is none.</summary>
    public static Framework? FrameworkOf(Expression receiver, SemanticModel model) => FrameworkOf(model.GetType(receiver));

    /// <summary>The framework whose application or router a value is, by its type; null when it is none.</summary>
    public static Framework? FrameworkOf(SiteValue receiver, SiteFile file) => FrameworkOf(file.GetType(receiver));

    private static Framework? FrameworkOf(TypeReference? type)
    {
        if (type is null) return null;
        if (Objects.TryGetValue(type.QualifiedName, out var known)) return known.Framework;
        if (type.Class is null) return null;
        foreach (var reference in type.Class.Mro)
            if (Objects.TryGetValue(reference.QualifiedName, out known)) return known.Framework;
        return null;
    }

    private static FrameworkRegistration ReadRegistration(string[] row) => new(
        Frameworks[row[0]], row[1], row[2], Enum.Parse<RegistrationKind>(row[3], ignoreCase: true),
        ArgumentPlace.Parse(row[4]), ArgumentPlace.Parse(row[5]), row[5] == "decorated", row[6]);

    private static HandlerPlace Place(string text) => Enum.Parse<HandlerPlace>(text, ignoreCase: true);

    private static ImmutableArray<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
