using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    /// <summary>The full dotted name of what an expression refers to, or null when that is unknown.</summary>
    public string? GetQualifiedName(Expression expression, Scope scope)
    {
        if (expression is Subscript generic) return Evaluate(generic, scope) is { Kind: ValueKind.Class or ValueKind.External } type ? type.Name : null;
        if (expression is not (Name or Syntax.Attribute)) return Evaluate(expression, scope) is { Kind: ValueKind.Function or ValueKind.Class or ValueKind.External } value ? value.Name : null;
        var referent = Evaluate(expression, scope);
        if (referent is { Kind: ValueKind.Function or ValueKind.Class or ValueKind.External or ValueKind.Module }) return referent.Name;
        return expression is Name name ? GetVariableName(name, scope) : GetAttributeName((Syntax.Attribute)expression, scope);
    }

    /// <summary>A variable of a module is known by the name of the module that assigns it.</summary>
    private string? GetVariableName(Name name, Scope scope)
    {
        if (ResolveVariable(name, scope) is not { } symbol) return null;
        return symbol.Scope is { Kind: ScopeKind.Module, Declared: ModuleSymbol module } ? module.QualifiedName + "." + symbol.Name : null;
    }

    private string? GetAttributeName(Syntax.Attribute attribute, Scope scope)
    {
        var owner = Evaluate(attribute.Value, scope);
        if (owner is null) return null;
        if (owner.Kind == ValueKind.Module) return owner.Module is { } module && FindModuleVariable(module, attribute.Name, depth: 0) is { } symbol ? symbol.Scope.Declared + "." + symbol.Name : null;
        if (owner.Class is not { } @class || owner.Kind is not (ValueKind.Instance or ValueKind.Class)) return null;
        foreach (var reference in @class.Mro)
        {
            if (reference.Symbol is not { } declaring) continue;
            if (declaring.Scope.Find(attribute.Name) is { BindingCount: > 0 } || declaring.Attributes.ContainsKey(attribute.Name)) return declaring.QualifiedName + "." + attribute.Name;
        }

        return null;
    }

    /// <summary>The variable a name stands for, followed through imports of the project to the module that assigns it.</summary>
    public Symbol? ResolveVariable(Name name, Scope scope)
    {
        if (scope.Lookup(name.Identifier) is { } symbol) return FollowImport(symbol, depth: 0);
        if (scope.Root.Declared is not ModuleSymbol module) return null;
        foreach (var source in module.StarImports.Reverse())
            if (compilation.FindModule(source, module) is { } exporting && exporting.Summary.Exports(name.Identifier) && FindModuleVariable(exporting, name.Identifier, depth: 0) is { } found) return found;
        return null;
    }

    private Symbol? FollowImport(Symbol symbol, int depth)
    {
        const int deepest = 16;
        if (depth > deepest || symbol.BindingCount == 0 || symbol.GetBinding(FlowAnalysis.FindLastCertain(symbol)) is not Alias { Parent: ImportFrom from } alias) return symbol;
        if (symbol.Scope.Root.Declared is not ModuleSymbol importer) return null;
        var source = ModuleNames.ResolveRelative(importer.Package, from.Level, from.Module ?? "");
        return source is not null && compilation.FindModule(source, importer) is { } module ? FindModuleVariable(module, alias.Name, depth + 1) : null;
    }

    private Symbol? FindModuleVariable(ModuleSymbol module, string name, int depth)
    {
        const int deepest = 16;
        if (depth > deepest) return null;
        if (module.Scope.Find(name) is { BindingCount: > 0, IsInlined: false } symbol) return FollowImport(symbol, depth);
        foreach (var source in module.StarImports)
            if (compilation.FindModule(source, module) is { } exporting && exporting.Summary.Exports(name) && FindModuleVariable(exporting, name, depth + 1) is { } found) return found;
        return null;
    }

    /// <summary>The type of an expression for callers outside.</summary>
    public TypeReference? GetTypeReference(Value? value)
    {
        switch (value)
        {
            case { Kind: ValueKind.Instance }:
                return new TypeReference(value.Name, IsInstance: true) { Class = value.Class, Arguments = [.. value.Arguments.Select(GetTypeReference)] };
            case { Kind: ValueKind.Class }:
                return new TypeReference(value.Name, IsInstance: false) { Class = value.Class };
            case { Kind: ValueKind.Coroutine }:
                return new TypeReference(value.Name, IsInstance: true) { Arguments = [GetTypeReference(value.GetArgument(0))] };
            case { Kind: ValueKind.External } when knowledge.FindAttribute(value.Name) is { } type:
                return GetTypeReference(Apply(type, value.Receiver, call: null, scope: null));
            case { Kind: ValueKind.External } when IsLibraryClass(value):
                return new TypeReference(value.Name, IsInstance: false);
            default:
                return null;
        }
    }
}
