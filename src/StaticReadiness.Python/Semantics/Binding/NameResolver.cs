namespace StaticReadiness.Python.Semantics;

/// <summary>The second pass: decides for every name of every scope where it lives (language reference §4.2.2, CPython's analyze_block).</summary>
internal static class NameResolver
{
    public static void Resolve(Scope root)
    {
        var free = ResolveScope(root, classScope: null);
        _ = free;
        MoveBindings(root);
    }

    /// <summary>Resolves a scope and everything in it; returns the names left free for the scopes around it.</summary>
    private static HashSet<string>? ResolveScope(Scope scope, Scope? classScope)
    {
        HashSet<string>? free = null;
        foreach (var symbol in scope.SymbolSpan)
        {
            symbol.Resolution = ResolveName(symbol, scope, classScope);
            if (symbol.Resolution == NameResolution.Free) (free ??= []).Add(symbol.Name);
        }

        HashSet<string>? childFree = null;
        HashSet<string>? inlinedCells = null;
        var children = scope.ChildList;
        foreach (var child in children)
        {
            var childClass = !child.SeesClass ? null : scope.Kind == ScopeKind.Class ? scope : classScope;
            var left = ResolveScope(child, childClass);
            if (child.Kind == ScopeKind.Comprehension && !scope.SeesClass)
            {
                Inline(scope, child, left, ref inlinedCells);
                child.IsInlined = true;
            }

            if (left is null) continue;
            if (childFree is null) childFree = left;
            else childFree.UnionWith(left);
        }

        if (scope.IsFunctionLike) ConvertToCells(scope, childFree, inlinedCells);
        else if (scope.Kind == ScopeKind.Class && childFree is not null)
        {
            childFree.Remove("__class__");
            childFree.Remove("__classdict__");
        }

        if (inlinedCells is not null)
            foreach (var name in inlinedCells) scope.Find(name)!.Flags |= SymbolFlags.ComprehensionCell;
        if (childFree is null) return free;
        PassOutwards(scope, childFree);
        if (free is null) return childFree;
        free.UnionWith(childFree);
        return free;
    }

    private static NameResolution ResolveName(Symbol symbol, Scope scope, Scope? classScope)
    {
        var flags = symbol.Flags;
        if ((flags & SymbolFlags.DeclaredGlobal) != SymbolFlags.None) return NameResolution.GlobalExplicit;
        if ((flags & SymbolFlags.DeclaredNonlocal) != SymbolFlags.None) return NameResolution.Free;
        if ((flags & SymbolFlags.Bound) != SymbolFlags.None) return NameResolution.Local;
        if (classScope?.Find(symbol.Name) is { } member)
        {
            if ((member.Flags & SymbolFlags.DeclaredGlobal) != SymbolFlags.None) return NameResolution.GlobalExplicit;
            if (member.IsBound && (member.Flags & SymbolFlags.DeclaredNonlocal) == SymbolFlags.None) return NameResolution.GlobalImplicit;
        }

        return IsBoundAround(scope, symbol.Name) ? NameResolution.Free : NameResolution.GlobalImplicit;
    }

    private static bool IsBoundAround(Scope scope, string name)
    {
        for (var outer = scope.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Kind == ScopeKind.Class)
            {
                if (name is "__class__" or "__classdict__") return true;
                continue;
            }

            if (!outer.IsFunctionLike || outer.Find(name) is not { IsInlined: false } symbol) continue;
            if ((symbol.Flags & SymbolFlags.DeclaredGlobal) != SymbolFlags.None) return false;
            if ((symbol.Flags & SymbolFlags.DeclaredNonlocal) != SymbolFlags.None) continue;
            if (symbol.IsBound) return true;
        }

        return false;
    }

    /// <summary>Merges the names of an inlined comprehension into the scope around it (PEP 709), as CPython's table shows them.</summary>
    private static void Inline(Scope scope, Scope comprehension, HashSet<string>? comprehensionFree, ref HashSet<string>? inlinedCells)
    {
        var dropClassCell = false;
        foreach (var symbol in comprehension.SymbolSpan)
        {
            if (symbol.IsParameter) continue;
            if (symbol.Resolution == NameResolution.Cell || (symbol.Flags & SymbolFlags.ComprehensionCell) != SymbolFlags.None) (inlinedCells ??= []).Add(symbol.Name);
            if (scope.Find(symbol.Name) is not { } existing)
            {
                var resolution = symbol.Resolution;
                if (resolution == NameResolution.Free && scope.Kind == ScopeKind.Class && symbol.Name == "__class__")
                {
                    resolution = NameResolution.GlobalImplicit;
                    comprehensionFree?.Remove(symbol.Name);
                    dropClassCell = true;
                }

                var copy = scope.Declare(symbol.Name);
                copy.Flags = symbol.Flags;
                copy.Resolution = resolution;
                copy.IsInlined = true;
            }
            else if (existing.IsBound && scope.Kind != ScopeKind.Class && !IsFreeInChildren(comprehension, symbol.Name))
            {
                comprehensionFree?.Remove(symbol.Name);
            }
        }

        if (dropClassCell) comprehension.Forget("__class__");
    }

    private static bool IsFreeInChildren(Scope scope, string name)
    {
        foreach (var child in scope.ChildList)
            if (child.Find(name) is { Resolution: NameResolution.Free }) return true;
        return false;
    }

    private static void ConvertToCells(Scope scope, HashSet<string>? free, HashSet<string>? inlinedCells)
    {
        if (free is null && inlinedCells is null) return;
        foreach (var symbol in scope.SymbolSpan)
        {
            if (symbol.Resolution != NameResolution.Local) continue;
            if (free?.Contains(symbol.Name) != true && inlinedCells?.Contains(symbol.Name) != true) continue;
            symbol.Resolution = NameResolution.Cell;
            free?.Remove(symbol.Name);
        }
    }

    /// <summary>A name that an inner scope takes from further out passes through this scope.</summary>
    private static void PassOutwards(Scope scope, HashSet<string> free)
    {
        var marksClass = scope.Kind == ScopeKind.Class || scope.SeesClass;
        foreach (var name in free)
        {
            if (scope.Find(name) is { } existing)
            {
                if (marksClass) existing.Flags |= SymbolFlags.FreeInClass;
                continue;
            }

            if (scope.Kind == ScopeKind.Module || !IsBoundAround(scope, name)) continue;
            scope.Declare(name).Resolution = NameResolution.Free;
        }
    }

    /// <summary>Hands the bindings of <c>global</c> and <c>nonlocal</c> names to the symbol that owns the variable.</summary>
    private static void MoveBindings(Scope scope)
    {
        if (scope.Kind != ScopeKind.Module)
        {
            foreach (var symbol in scope.SymbolSpan)
            {
                if (symbol.BindingCount == 0 || (symbol.Flags & (SymbolFlags.DeclaredGlobal | SymbolFlags.DeclaredNonlocal)) == SymbolFlags.None) continue;
                var owner = (symbol.Flags & SymbolFlags.DeclaredGlobal) != SymbolFlags.None ? scope.Root.Declare(symbol.Name) : scope.Parent!.FindFree(symbol.Name);
                if (owner is null || owner == symbol) continue;
                owner.IsBoundInside = true;
                foreach (var binding in symbol.Bindings) owner.AddBinding(binding);
            }
        }

        foreach (var child in scope.ChildList) MoveBindings(child);
    }
}
