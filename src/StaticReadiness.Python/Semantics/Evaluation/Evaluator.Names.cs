using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    private static readonly object Unknown = new();

    private Value? EvaluateName(Name name, Scope scope)
    {
        var identifier = name.Identifier;
        if (scope.Lookup(identifier) is { } symbol)
        {
            var value = GetVariable(symbol, name, scope);
            return scope.TypeTests is null && !scope.IsComprehension ? value : Narrow(value, symbol, name, scope);
        }

        if (scope.Root.Declared is not ModuleSymbol module) return null;
        if (identifier == "__class__" && FindClass(scope) is { } @class) return Value.OfClass(@class);
        return FindStarImported(module, identifier, visited: null) ?? (BuiltinNames.Contains(identifier) ? GetBuiltin(identifier) : GuessStarImported(module, identifier));
    }

    private static Value GetBuiltin(string identifier) => Value.OfExternal("builtins." + identifier);

    private Value? GetVariable(Symbol symbol, Name use, Scope scope)
    {
        if (FlowAnalysis.FindReachingBindings(symbol, use, scope) is not { } indices) return GetVariable(symbol);
        return JoinBindings(symbol, indices);
    }

    /// <summary>What all bindings of a variable join to.</summary>
    public Value? GetVariable(Symbol symbol)
    {
        var count = symbol.BindingCount;
        if (count == 1) return GetBindingValue(symbol, 0);
        // a declared type counts for every assignment of the name
        for (var i = 0; i < count; i++)
            if (symbol.GetBinding(i) is AnnAssign declaration && !IsTypeAliasMarker(declaration)) return GetBindingValue(symbol, i);

        return JoinBindings(symbol, indices: null);
    }

    private Value? JoinBindings(Symbol symbol, List<int>? indices)
    {
        Value? result = Value.None;
        for (var n = 0; n < (indices?.Count ?? symbol.BindingCount); n++)
        {
            var i = indices is null ? n : indices[n];
            var binding = symbol.GetBinding(i);
            if (binding is FunctionDef && indices is null && HasLaterDefinition(symbol, i)) continue;
            if (binding is Alias && indices is null && i < FlowAnalysis.FindLastCertain(symbol)) continue;
            var value = GetBindingValue(symbol, i);
            // of alternative imports (try/except, version checks) the first is the one meant
            if (binding is Alias && value is not null) return value;
            result = Join(result, value);
        }

        return result;
    }

    /// <summary>The value that one binding gives a variable, or null when it is unknown.</summary>
    private Value? GetBindingValue(Symbol symbol, int index)
    {
        var values = symbol.BindingValues;
        if (values[index] is { } cached) return cached as Value;
        var context = EvaluationContext.Current;
        var binding = symbol.GetBinding(index);
        if (!context.TryEnter(binding, out var placeholder)) return placeholder;
        var value = EvaluateBinding(symbol, binding);
        values[index] = context.Exit() ? value ?? Unknown : Unknown;
        return value;
    }

    private static bool HasLaterDefinition(Symbol symbol, int index)
    {
        for (var i = index + 1; i < symbol.BindingCount; i++)
            if (symbol.GetBinding(i) is FunctionDef later && !IsAccessor(later)) return true;
        return false;
    }

    /// <summary>True for <c>@x.setter</c> and its like, which extend the property of that name.</summary>
    private static bool IsAccessor(FunctionDef function)
    {
        foreach (var decorator in function.Decorators)
            if (decorator is Syntax.Attribute { Name: "setter" or "deleter" or "getter" or "register" or "expression" or "comparator" }) return true;
        return false;
    }

    private Value? EvaluateBinding(Symbol symbol, SyntaxNode binding)
    {
        switch (binding)
        {
            case FunctionDef function when IsAccessor(function): return Value.None;
            case FunctionDef or ClassDef: return EvaluateDeclaration(binding, symbol.Scope);
            case Alias alias: return EvaluateImport(alias, symbol.Scope);
            case Parameter parameter: return EvaluateParameter(parameter, symbol.Scope);
            case ExceptHandler handler: return EvaluateCaught(handler, symbol.Scope);
            case AnnAssign declaration when IsTypeAliasMarker(declaration): return declaration.Value is { } value ? Evaluate(value, GetBindingScope(symbol, declaration)) : null;
            case AnnAssign declaration: return EvaluateAnnotation(declaration.Annotation, symbol.Scope) ?? EvaluateBareClassVar(declaration, symbol.Scope);
            case MatchAs capture: return EvaluateCapture(capture, GetBindingScope(symbol, capture));
            case Name name: return EvaluateTarget(name, GetBindingScope(symbol, name));
            default: return null;
        }
    }

    private static Scope GetBindingScope(Symbol symbol, SyntaxNode binding) =>
        symbol.Scope.Root.Declared is ModuleSymbol module ? module.SymbolTable.GetEnclosingScope(binding) : symbol.Scope;

    private static Value? EvaluateDeclaration(SyntaxNode node, Scope scope)
    {
        if (scope.Root.Declared is not ModuleSymbol module) return null;
        return module.SymbolTable.GetScope(node)?.Declared switch
        {
            FunctionSymbol function => Value.OfFunction(function),
            ClassSymbol @class => Value.OfClass(@class),
            _ => null,
        };
    }

    private Value? EvaluateCaught(ExceptHandler handler, Scope scope)
    {
        if (handler.Type is null or Syntax.Tuple) return null;
        return Evaluate(handler.Type, scope)?.Instantiate();
    }

    private static ClassSymbol? FindClass(Scope scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
            if (at.Declared is ClassSymbol @class) return @class;
        return null;
    }
}
