using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Answers what the names and expressions of one file mean.</summary>
public sealed class SemanticModel
{
    private readonly Evaluator evaluator;

    internal SemanticModel(Compilation compilation, ModuleSymbol module)
    {
        Compilation = compilation;
        Module = module;
        evaluator = compilation.Evaluator;
    }

    public Compilation Compilation { get; }

    public ModuleSymbol Module { get; }

    public SyntaxTree Tree => Module.Tree;

    public string ModuleName => Module.QualifiedName;

    public Scope ModuleScope => Module.Scope;

    /// <summary>The scope in which a node is evaluated.</summary>
    public Scope GetEnclosingScope(SyntaxNode node) => Module.SymbolTable.GetEnclosingScope(node);

    /// <summary>The variable a name refers to, or null for builtins and unknown names.</summary>
    public Symbol? GetSymbol(Name name) => GetEnclosingScope(name).Lookup(name.Identifier);

    /// <summary>The variable a name refers to, followed through imports to the module of the project that assigns it.</summary>
    public Symbol? GetOriginalSymbol(Name name) => evaluator.ResolveVariable(name, GetEnclosingScope(name));

    /// <summary>
    /// The full dotted name of what an expression refers to, through imports, aliases, re-exports and the types of objects:
    /// <c>builtins.open</c>, <c>httpx.Client.get</c>, <c>shop.cart.Cart.total</c>; a variable of a module is known by the module that assigns it. Null when unknown.
    /// </summary>
    public string? GetQualifiedName(Expression expression) => evaluator.GetQualifiedName(expression, GetEnclosingScope(expression));

    /// <summary>The type of an expression, or null when it is unknown.</summary>
    public TypeReference? GetType(Expression expression) => evaluator.GetTypeReference(evaluator.Evaluate(expression, GetEnclosingScope(expression)));

    /// <summary>The type that an annotation declares, or null when it is unknown.</summary>
    public TypeReference? GetAnnotatedType(Expression annotation) => evaluator.GetTypeReference(evaluator.EvaluateAnnotation(annotation, GetEnclosingScope(annotation)));

    public FunctionSymbol? GetDeclaredFunction(FunctionDef function) => Module.SymbolTable.GetScope(function)?.Declared as FunctionSymbol;

    public FunctionSymbol? GetDeclaredFunction(Lambda lambda) => Module.SymbolTable.GetScope(lambda)?.Declared as FunctionSymbol;

    public ClassSymbol? GetDeclaredClass(ClassDef @class) => Module.SymbolTable.GetScope(@class)?.Declared as ClassSymbol;

    /// <summary>The function of the project that an expression refers to, or null.</summary>
    public FunctionSymbol? ResolveFunction(Expression expression) => evaluator.Evaluate(expression, GetEnclosingScope(expression)) switch
    {
        { Kind: ValueKind.Function } value => value.Function,
        { Kind: ValueKind.Partial } partial => partial.GetArgument(0)?.Function,
        _ => null,
    };

    /// <summary>The class of the project that an expression refers to, or null.</summary>
    public ClassSymbol? ResolveClass(Expression expression) =>
        evaluator.Evaluate(expression, GetEnclosingScope(expression)) is { Kind: ValueKind.Class } value ? value.Class : null;

    /// <summary>The function, method or constructor of the project that a call runs, or null.</summary>
    public FunctionSymbol? ResolveCall(Call call) => CallResolver.Resolve(evaluator, call, GetEnclosingScope(call)).Function;

    /// <summary>True when the call's result is awaited on the spot.</summary>
    public bool IsAwaited(Call call) => call.Parent is Await;

    /// <summary>The function or lambda whose body contains a node; null at the top level of the module.</summary>
    public FunctionSymbol? GetEnclosingFunction(SyntaxNode node)
    {
        for (var scope = GetEnclosingScope(node); scope is not null; scope = scope.Parent)
            if (scope.Declared is FunctionSymbol function) return function;
        return null;
    }

    /// <summary>The class whose body contains a node, also through methods; null outside classes.</summary>
    public ClassSymbol? GetEnclosingClass(SyntaxNode node)
    {
        for (var scope = GetEnclosingScope(node); scope is not null; scope = scope.Parent)
            if (scope.Declared is ClassSymbol @class) return @class;
        return null;
    }

    /// <summary>What is known of the library function that a call runs, or null.</summary>
    public LibraryEffect? GetEffect(Call call) => GetQualifiedName(call.Function) is { } name ? Compilation.Knowledge.FindEffect(name) : null;
}
