using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>A file's facts among those of its project: the one place where the names in values are given their meaning.</summary>
internal sealed class SiteFile(SemanticModel model, FileFacts facts)
{
    private readonly SiteLocator locator = new(model.Tree);
    private readonly Dictionary<SiteValue, string?> names = new(ReferenceEqualityComparer.Instance);
    private Dictionary<int, FunctionSymbol>? functions;
    private Dictionary<int, ClassSymbol>? classes;
    private Dictionary<int, ClassSite>? classSites;
    private ILookup<int, SiteCall>? decorators;

    public FileFacts Facts => facts;

    public ModuleSymbol Module => model.Module;

    public string Path => model.Tree.Path;

    public string ModuleName => model.ModuleName;

    public Location Place(TextSpan span) => new(Path, model.Tree.Text, span);

    public Location Place(SiteValue value) => Place(value.Span);

    public string TextOf(SiteValue value) => model.Tree.Text.ToString(value.Span);

    public FunctionSymbol? FunctionAt(int start) =>
        (functions ??= Module.Functions.ToDictionary(function => function.Node.Start)).GetValueOrDefault(start);

    public ClassSymbol? ClassAt(int start) => (classes ??= Module.Classes.ToDictionary(@class => @class.Node.Start)).GetValueOrDefault(start);

    /// <summary>The innermost class around a call, also through a method; null outside classes.</summary>
    public ClassSymbol? ClassAround(SiteCall site) =>
        Module.Classes.LastOrDefault(@class => @class.Node.Start <= site.Node.Start && site.Node.End <= @class.Node.End);

    /// <summary>The value that the body of a class gives a name, or null.</summary>
    public SiteValue? MemberOf(ClassSymbol @class, string name) =>
        (classSites ??= facts.Classes.ToDictionary(site => site.Start)).GetValueOrDefault(@class.Node.Start)?.Values.GetValueOrDefault(name);

    /// <summary>The decorators of a function or class that were noted, in order.</summary>
    public IEnumerable<SiteCall> DecoratorsAt(int start) => (decorators ??= facts.Calls.Where(site => site.Decorated is not null).ToLookup(site => site.Decorated!.Value))[start];

    /// <summary>The full dotted name of what a value refers to, or null when that is unknown.</summary>
    public string? GetQualifiedName(SiteValue value)
    {
        if (!names.TryGetValue(value, out var name)) names[value] = name = locator.Find(value) is { } node ? model.GetQualifiedName(node) : null;
        return name;
    }

    public FunctionSymbol? ResolveFunction(SiteValue value) => locator.Find(value) is { } node ? model.ResolveFunction(node) : null;

    public ClassSymbol? ResolveClass(SiteValue value) => locator.Find(value) is { } node ? model.ResolveClass(node) : null;

    public TypeReference? GetType(SiteValue value) => locator.Find(value) is { } node ? model.GetType(node) : null;
}
