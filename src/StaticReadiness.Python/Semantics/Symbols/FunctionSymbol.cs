using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A function, method or lambda of the project, or the top level of a module seen as one.</summary>
public sealed class FunctionSymbol : DeclaredSymbol
{
    private ImmutableArray<ParameterSymbol> parameters;
    private ImmutableArray<string> decorators;

    internal FunctionSymbol(DeclaredSymbol container, string name, SyntaxNode node, Scope scope, ClassSymbol? containingClass, FunctionSymbol? containingFunction, int index)
        : base(name, container)
    {
        Module = container.Module;
        IsAsync = node is FunctionDef { IsAsync: true };
        Node = node;
        Scope = scope;
        ContainingClass = containingClass;
        ContainingFunction = containingFunction;
        Index = index;
    }

    public override ModuleSymbol Module { get; }

    /// <summary>The <see cref="FunctionDef"/>, <see cref="Lambda"/> or <see cref="Syntax.Module"/>.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The <c>def</c>, or null for a lambda and for the top level of a module.</summary>
    public FunctionDef? Definition => Node as FunctionDef;

    public Scope Scope { get; }

    /// <summary>The class whose body directly contains the <c>def</c>, or null.</summary>
    public ClassSymbol? ContainingClass { get; }

    /// <summary>The function that contains this one, also through classes in between, or null.</summary>
    public FunctionSymbol? ContainingFunction { get; }

    /// <summary>The position among the functions of the whole project.</summary>
    internal int Index { get; set; }

    public bool IsAsync { get; }

    /// <summary>True when the body holds a <c>yield</c> of its own.</summary>
    public bool IsGenerator { get; internal set; }

    public bool IsLambda => Node is Lambda;

    public bool IsModuleBody => Node is Syntax.Module;

    /// <summary>True when calling the function gives a coroutine that has to be awaited.</summary>
    public bool IsCoroutine => IsAsync && !IsGenerator;

    public bool IsMethod => ContainingClass is not null;

    public bool IsStaticMethod => Decorators.Contains("builtins.staticmethod");

    public bool IsClassMethod => Decorators.Contains("builtins.classmethod") || (IsMethod && Name is "__init_subclass__" or "__class_getitem__");

    /// <summary>True when reading the attribute runs the function.</summary>
    public bool IsProperty => IsMethod && PropertyDecorators.IsProperty(Decorators);

    /// <summary>True for a method that leaves its work to subclasses.</summary>
    public bool IsAbstract => AbstractMethods.IsAbstract(this);

    /// <summary>The parameters in the order of the signature, with <c>self</c>.</summary>
    public ImmutableArray<ParameterSymbol> Parameters => parameters.IsDefault ? parameters = ParameterList.Create(Node) : parameters;

    /// <summary>The qualified names of the decorators, outermost first, of a call <c>@route("/")</c> that of the function called; unknown ones are the empty string.</summary>
    public ImmutableArray<string> Decorators => decorators.IsDefault ? decorators = Module.Compilation.Evaluator.GetDecoratorNames(this) : decorators;

    /// <summary>What the body's returns join to, once computed.</summary>
    internal object? CachedReturn { get; set; }
}
