using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A scope of one file: a module, class, function, lambda, comprehension or annotation scope with its names.</summary>
public sealed class Scope
{
    private static readonly List<Scope> NoScopes = [];

    private SymbolMap symbols;
    private List<Scope>? children;

    internal Scope(ScopeKind kind, string name, SyntaxNode node, Scope? parent)
    {
        Kind = kind;
        Name = name;
        Node = node;
        Parent = parent;
        Root = parent?.Root ?? this;
    }

    public ScopeKind Kind { get; }

    /// <summary>The name CPython gives the scope: that of the class or function, <c>lambda</c>, <c>genexpr</c>, <c>top</c> …</summary>
    public string Name { get; }

    /// <summary>The node that opens the scope.</summary>
    public SyntaxNode Node { get; }

    public Scope? Parent { get; }

    /// <summary>The scope of the module.</summary>
    public Scope Root { get; }

    /// <summary>The scopes that this one directly contains, in the order CPython meets them.</summary>
    public IReadOnlyList<Scope> Children => ChildList;

    /// <summary>The names of this scope in the order of their first appearance.</summary>
    public IReadOnlyCollection<Symbol> Symbols => symbols.AsCollection();

    /// <summary>The name of the innermost class around the scope, by which private names are mangled, or null.</summary>
    internal string? PrivatePrefix { get; set; }

    /// <summary>In the type parameter scope of a class, the only names that are mangled: its parameters.</summary>
    internal HashSet<string>? MangledNames { get; set; }

    /// <summary>True for an annotation scope directly in a class, which sees the class's names (PEP 695).</summary>
    internal bool SeesClass { get; set; }

    /// <summary>True for the scope itself and everything in it when CPython's table leaves it out (annotations under the future import).</summary>
    internal bool IsHidden { get; set; }

    /// <summary>True for a comprehension that CPython inlines into its parent.</summary>
    public bool IsInlined { get; internal set; }

    /// <summary>True for a function with a <c>yield</c> of its own.</summary>
    internal bool HasYield { get; set; }

    /// <summary>True for a function with a <c>return</c> of its own that gives a value.</summary>
    internal bool HasResult { get; set; }

    /// <summary>True for a function that sets an attribute of a variable, itself or in a function within.</summary>
    internal bool StoresAttributes { get; set; }

    /// <summary>The function, class or module whose body the scope is; null for comprehensions and annotation scopes.</summary>
    internal DeclaredSymbol? Declared { get; set; }

    /// <summary>The tests of a variable's type in the scope, as <c>isinstance(x, …)</c> and <c>match x</c>; null when there is none.</summary>
    internal List<SyntaxNode>? TypeTests { get; private set; }

    internal bool IsComprehension => Kind is ScopeKind.Comprehension or ScopeKind.Generator;

    /// <summary>True for a scope whose locals inner scopes see: everything but modules and classes.</summary>
    internal bool IsFunctionLike => Kind is not (ScopeKind.Module or ScopeKind.Class or ScopeKind.Annotation);

    internal bool IsFunctionBlock => Kind is ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension or ScopeKind.Generator;

    /// <summary>The names of this scope in the order of their first appearance, to be looked through while none is added.</summary>
    internal ReadOnlySpan<Symbol> SymbolSpan => symbols.Items;

    internal List<Scope> ChildList => children ?? NoScopes;

    internal void AddChild(Scope child) => (children ??= []).Add(child);

    internal void AddTypeTest(SyntaxNode test) => (TypeTests ??= []).Add(test);

    /// <summary>The symbol a name has in this very scope, or null.</summary>
    public Symbol? Find(string name) => symbols.Find(name);

    /// <summary>The variable a name read in this scope refers to, or null when no scope of this file binds it.</summary>
    public Symbol? Lookup(string name)
    {
        if (MangledNames is null || MangledNames.Contains(name)) name = NameMangling.Mangle(name, PrivatePrefix);
        if (symbols.Find(name) is { IsInlined: false } own && own.Resolution != NameResolution.Unresolved) return own.Resolve();
        if (Kind == ScopeKind.Module) return null;
        return SeesClass && Parent?.NearestClass() is { } @class && @class.Find(name) is { IsBound: true } member ? member : Parent!.FindVisible(name);
    }

    internal Symbol? FindFree(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (!scope.IsFunctionLike || scope.symbols.Find(name) is not { IsInlined: false } symbol) continue;
            if (symbol.Resolution is NameResolution.Local or NameResolution.Cell) return symbol;
        }

        return null;
    }

    internal Symbol Declare(string name)
    {
        if (symbols.Find(name) is { } known) return known;
        var symbol = new Symbol(name, this);
        symbols.Add(symbol);
        return symbol;
    }

    internal void Forget(string name) => symbols.Remove(name);

    private Scope? NearestClass()
    {
        var scope = this;
        while (scope is { Kind: ScopeKind.TypeParameters }) scope = scope.Parent;
        return scope is { Kind: ScopeKind.Class } ? scope : null;
    }

    private Symbol? FindVisible(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Kind == ScopeKind.Class || scope.symbols.Find(name) is not { IsInlined: false } symbol) continue;
            if (symbol.Resolution is NameResolution.GlobalExplicit or NameResolution.GlobalImplicit || symbol.IsBound) return symbol.Resolve();
        }

        return null;
    }
}
