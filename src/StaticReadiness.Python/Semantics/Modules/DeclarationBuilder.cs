using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Makes the symbols of a module's classes and functions from its scopes.</summary>
internal sealed class DeclarationBuilder
{
    private readonly ImmutableArray<FunctionSymbol>.Builder functions = ImmutableArray.CreateBuilder<FunctionSymbol>();
    private readonly ImmutableArray<ClassSymbol>.Builder classes = ImmutableArray.CreateBuilder<ClassSymbol>();

    public static void Build(ModuleSymbol module)
    {
        var builder = new DeclarationBuilder();
        var root = module.Scope;
        root.Declared = module;
        module.Body = new FunctionSymbol(module, "<module>", root.Node, root, containingClass: null, containingFunction: null, index: -1);
        builder.BuildChildren(root, module, containingClass: null, containingFunction: null);
        module.Functions = builder.functions.ToImmutable();
        module.Classes = builder.classes.ToImmutable();
    }

    private void BuildChildren(Scope scope, DeclaredSymbol container, ClassSymbol? containingClass, FunctionSymbol? containingFunction)
    {
        ImmutableArray<FunctionSymbol>.Builder? methods = null;
        foreach (var child in scope.ChildList)
        {
            var function = BuildOne(child, container, containingClass, containingFunction);
            if (function?.ContainingClass is not null && function.ContainingClass == containingClass && scope == containingClass!.Scope) (methods ??= ImmutableArray.CreateBuilder<FunctionSymbol>()).Add(function);
        }

        if (methods is not null) containingClass!.Methods = methods.ToImmutable();
    }

    private FunctionSymbol? BuildOne(Scope scope, DeclaredSymbol container, ClassSymbol? containingClass, FunctionSymbol? containingFunction)
    {
        switch (scope.Kind)
        {
            case ScopeKind.Function or ScopeKind.Lambda:
                var name = scope.Kind == ScopeKind.Lambda ? "<lambda>" : scope.Name;
                var owner = scope.Kind == ScopeKind.Lambda ? null : containingClass;
                var function = new FunctionSymbol(container, name, scope.Node, scope, owner, containingFunction, index: -1) { IsGenerator = scope.HasYield };
                scope.Declared = function;
                functions.Add(function);
                BuildChildren(scope, function, containingClass: null, function);
                return function;
            case ScopeKind.Class:
                var @class = new ClassSymbol(container, scope.Name, (ClassDef)scope.Node, scope, containingFunction);
                scope.Declared = @class;
                classes.Add(@class);
                BuildChildren(scope, @class, @class, containingFunction);
                return null;
            case ScopeKind.TypeParameters:
                FunctionSymbol? inner = null;
                foreach (var child in scope.ChildList) inner = BuildOne(child, container, containingClass, containingFunction) ?? inner;
                return inner;
            default:
                BuildChildren(scope, container, containingClass: null, containingFunction);
                return null;
        }
    }
}
