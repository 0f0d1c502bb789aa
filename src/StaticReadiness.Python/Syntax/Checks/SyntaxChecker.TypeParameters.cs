using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax.Checks;

internal sealed partial class SyntaxChecker
{
    private void VisitTypeAlias(TypeAlias node)
    {
        Visit(node.Name);
        var outer = scope;
        EnterTypeParameters(node, node.TypeParameters);
        VisitInScope(CheckedScopeKind.TypeAlias, node, node.Value);
        scope = outer;
    }

    private void EnterTypeParameters(SyntaxNode owner, ImmutableArray<TypeParameter> parameters)
    {
        if (parameters.IsEmpty) return;
        scope = new CheckedScope(CheckedScopeKind.TypeParameters, owner, scope);
        var hasDefault = false;
        for (var i = 0; i < parameters.Length; i++)
        {
            var (name, bound, value) = Parts(parameters[i]);
            for (var j = 0; j < i; j++)
                if (Parts(parameters[j]).Name == name) Report($"duplicate type parameter '{name}'", parameters[i], SyntaxErrorPhase.Symbols);
            if (hasDebugName) CheckDebugName(name, parameters[i]);
            if (value is null && hasDefault) Report($"non-default type parameter '{name}' follows default type parameter", parameters[i]);
            hasDefault |= value is not null;
            if (bound is not null) VisitInScope(bound is Tuple ? CheckedScopeKind.TypeVarConstraint : CheckedScopeKind.TypeVarBound, parameters[i], bound);
            if (value is not null) VisitInScope(DefaultKind(parameters[i]), parameters[i], value is Starred starred ? starred.Value : value);
        }
    }

    private static (string Name, Expression? Bound, Expression? Default) Parts(TypeParameter parameter) => parameter switch
    {
        TypeVar item => (item.Name, item.Bound, item.Default),
        TypeVarTuple item => (item.Name, null, item.Default),
        ParamSpec item => (item.Name, null, item.Default),
        _ => ("", null, null),
    };

    private static CheckedScopeKind DefaultKind(TypeParameter parameter) => parameter switch
    {
        TypeVarTuple => CheckedScopeKind.TypeVarTupleDefault,
        ParamSpec => CheckedScopeKind.ParamSpecDefault,
        _ => CheckedScopeKind.TypeVarDefault,
    };

    /// <summary>What CPython's messages call a scope in which neither a walrus nor <c>yield</c> nor <c>await</c> may stand, or null.</summary>
    private static string? RestrictedName(CheckedScopeKind kind) => kind switch
    {
        CheckedScopeKind.Annotation => "an annotation",
        CheckedScopeKind.TypeParameters => "the definition of a generic",
        CheckedScopeKind.TypeVarBound => "a TypeVar bound",
        CheckedScopeKind.TypeVarConstraint => "a TypeVar constraint",
        CheckedScopeKind.TypeVarDefault => "a TypeVar default",
        CheckedScopeKind.TypeVarTupleDefault => "a TypeVarTuple default",
        CheckedScopeKind.ParamSpecDefault => "a ParamSpec default",
        CheckedScopeKind.TypeAlias => "a type alias",
        _ => null,
    };

    private bool CheckRestricted(Expression node, string what)
    {
        if (RestrictedName(scope.Kind) is not { } name) return true;
        Report($"{what} cannot be used within {name}", node, SyntaxErrorPhase.Symbols);
        return false;
    }
}
