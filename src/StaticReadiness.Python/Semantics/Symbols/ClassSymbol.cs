using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A class of the project.</summary>
public sealed class ClassSymbol : DeclaredSymbol
{
    private ImmutableArray<ClassReference> bases;
    private ImmutableArray<ClassReference> resolutionOrder;
    private Dictionary<string, ImmutableArray<AttributeBinding>>? attributes;
    private ConcurrentDictionary<string, object>? cachedMembers;

    internal ClassSymbol(DeclaredSymbol container, string name, ClassDef node, Scope scope, FunctionSymbol? containingFunction)
        : base(name, container)
    {
        Module = container.Module;
        Node = node;
        Scope = scope;
        ContainingFunction = containingFunction;
    }

    public override ModuleSymbol Module { get; }

    public ClassDef Node { get; }

    /// <summary>The scope of the class body.</summary>
    public Scope Scope { get; }

    public FunctionSymbol? ContainingFunction { get; }

    /// <summary>The methods whose <c>def</c> stands directly in the body, in order of the source.</summary>
    public ImmutableArray<FunctionSymbol> Methods { get; internal set; } = [];

    /// <summary>The names bound in the class body.</summary>
    public IEnumerable<string> Members => Scope.Symbols.Where(s => s.IsBound && !s.IsInlined).Select(s => s.Name);

    /// <summary>The bases in order, those of the project with their symbol; unknown ones are left out.</summary>
    public ImmutableArray<ClassReference> BaseClasses => bases.IsDefault ? bases = Module.Compilation.Evaluator.GetBases(this) : bases;

    /// <summary>The qualified names of the bases, in order; those that cannot be resolved are left out.</summary>
    public ImmutableArray<string> Bases => [.. BaseClasses.Select(b => b.QualifiedName)];

    /// <summary>True when every base could be resolved, and theirs.</summary>
    public bool HasKnownBases { get; internal set; } = true;

    /// <summary>The class and its bases in the order attributes are looked up, with the bases that library knowledge adds.</summary>
    public ImmutableArray<ClassReference> Mro => resolutionOrder.IsDefault ? resolutionOrder = MethodResolution.GetOrder(this, Module.Compilation.Knowledge) : resolutionOrder;

    /// <summary>The qualified names of the class's decorators.</summary>
    public ImmutableArray<string> Decorators => Module.Compilation.Evaluator.GetNames(Node.Decorators, Module);

    /// <summary>The attributes that methods assign on <c>self</c> or <c>cls</c>, by name.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<AttributeBinding>> Attributes => attributes ??= AttributeCollector.Collect(this);

    /// <summary>What each attribute's bindings join to, once computed.</summary>
    internal ConcurrentDictionary<string, object> CachedMembers =>
        cachedMembers ?? Interlocked.CompareExchange(ref cachedMembers, new(concurrencyLevel: 1, capacity: 5, StringComparer.Ordinal), null) ?? cachedMembers;

    /// <summary>True for the class itself and for all its direct and indirect bases.</summary>
    /// <param name="qualifiedName">A qualified name such as <c>django.db.models.Model</c>.</param>
    public bool IsSubclassOf(string qualifiedName)
    {
        qualifiedName = Module.Compilation.Knowledge.GetCanonicalName(qualifiedName);
        foreach (var reference in Mro)
            if (reference.QualifiedName == qualifiedName) return true;
        return false;
    }

    /// <summary>The method of that name that instances of the class have, also from a base in the project, or null.</summary>
    public FunctionSymbol? FindMethod(string name)
    {
        foreach (var reference in Mro)
        {
            if (reference.Symbol is not { } @class) continue;
            foreach (var method in @class.Methods)
                if (method.Name == name) return method;
        }

        return null;
    }
}
