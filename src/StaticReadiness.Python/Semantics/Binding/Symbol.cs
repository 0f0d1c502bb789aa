using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A name in one scope: what the scope does with it, where it resolves to, and the nodes that bind it.</summary>
public sealed class Symbol
{
    private SyntaxNode? firstBinding;
    private List<SyntaxNode>? moreBindings;
    private object?[]? bindingValues;

    internal Symbol(string name, Scope scope)
    {
        Name = name;
        Scope = scope;
    }

    /// <summary>The name as the interpreter sees it: a private name of a class is mangled.</summary>
    public string Name { get; }

    public Scope Scope { get; }

    public SymbolFlags Flags { get; internal set; }

    public NameResolution Resolution { get; internal set; }

    /// <summary>True for a name that is here only because CPython 3.12 inlines a comprehension that binds it (PEP 709).</summary>
    public bool IsInlined { get; internal set; }

    /// <summary>The nodes that bind the name in this scope, also from inner scopes by <c>global</c> or <c>nonlocal</c>, in order of the source.</summary>
    public ImmutableArray<SyntaxNode> Bindings =>
        firstBinding is null ? [] : moreBindings is null ? [firstBinding] : [firstBinding, .. moreBindings];

    /// <summary>True when an inner scope binds the variable too, by <c>global</c> or <c>nonlocal</c>.</summary>
    internal bool IsBoundInside { get; set; }

    internal int BindingCount => firstBinding is null ? 0 : 1 + (moreBindings?.Count ?? 0);

    /// <summary>What each binding gives the variable, once computed.</summary>
    internal object?[] BindingValues => bindingValues ?? Interlocked.CompareExchange(ref bindingValues, new object?[BindingCount], null) ?? bindingValues;

    public bool IsBound => (Flags & SymbolFlags.Bound) != SymbolFlags.None;

    public bool IsParameter => (Flags & SymbolFlags.Parameter) != SymbolFlags.None;

    public bool IsImported => (Flags & SymbolFlags.Imported) != SymbolFlags.None;

    internal SyntaxNode GetBinding(int index) => index == 0 ? firstBinding! : moreBindings![index - 1];

    internal void AddBinding(SyntaxNode node)
    {
        if (firstBinding is null) firstBinding = node;
        else (moreBindings ??= []).Add(node);
    }

    /// <summary>The symbol of the scope that owns the variable, or null when no scope of this file binds the name (a builtin, a star import or an error).</summary>
    public Symbol? Resolve() => Resolution switch
    {
        NameResolution.Local or NameResolution.Cell => this,
        NameResolution.Free => Scope.Parent?.FindFree(Name),
        _ => Scope.Root.Find(Name) is { } global && global.BindingCount > 0 ? global : null,
    };
}
