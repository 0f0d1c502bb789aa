using System.Collections.Immutable;

namespace StaticReadiness.Python.Syntax.Checks;

internal sealed partial class SyntaxChecker
{
    private void CheckDeclaration(Statement statement, ImmutableArray<string> names, bool isGlobal)
    {
        (scope.DeclaredNames ??= []).AddRange(names);
        var declaration = isGlobal ? "global" : "nonlocal";
        foreach (var name in names)
        {
            if (scope.Names.Find(name) is not { } facts) continue;
            if (DescribeEarlier(name, facts, statement.Start, declaration) is { } message) Report(message, statement, SyntaxErrorPhase.Symbols);
            else if (!isGlobal) CheckNonlocal(name, facts, statement);
        }
    }

    private static string? DescribeEarlier(string name, NameFacts facts, int declared, string declaration)
    {
        if (facts.IsParameter) return $"name '{name}' is parameter and {declaration}";
        if (facts.FirstUse < declared) return $"name '{name}' is used prior to {declaration} declaration";
        if (facts.FirstAnnotation < declared) return $"annotated name '{name}' can't be {declaration}";
        return facts.FirstBinding < declared ? $"name '{name}' is assigned to before {declaration} declaration" : null;
    }

    private void CheckNonlocal(string name, NameFacts facts, Statement statement)
    {
        if (facts.Global is { } other)
            Report($"name '{name}' is nonlocal and global", other.Start < statement.Start ? other : statement, SyntaxErrorPhase.Bindings);
        else if (scope.Kind == CheckedScopeKind.Module)
            Report("nonlocal declaration not allowed at module level", statement, SyntaxErrorPhase.Bindings);
        else if (DescribeUnbound(name) is { } message)
            Report(message, statement, SyntaxErrorPhase.Bindings);
    }

    // https://docs.python.org/3/reference/simple_stmts.html#the-nonlocal-statement
    private string? DescribeUnbound(string name)
    {
        if (name == "__class__" && HasClassAround()) return null;
        for (var outer = scope.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer.Kind == CheckedScopeKind.TypeParameters && IsTypeParameter(outer.Node, name)) return $"nonlocal binding not allowed for type parameter '{name}'";
            if (!outer.IsFunction || FindMangled(outer.Names, name) is not { } facts) continue;
            if (facts.Global is not null) break;
            if (facts.IsBound || facts.Nonlocal is not null) return null;
        }

        return $"no binding for nonlocal '{PrivateNames.Mangle(name, scope.ClassName)}' found";
    }

    // a class's code may write a private name short or as mangled
    private NameFacts? FindMangled(ScopeNames names, string name)
    {
        if (names.Find(name) is { } facts) return facts;
        if (name[0] != '_' || scope.ClassName is not { } className) return null;
        var prefix = $"_{className.TrimStart('_')}";
        return names.Find(PrivateNames.Mangle(name, className)) ?? (name.StartsWith(prefix, StringComparison.Ordinal) ? names.Find(name[prefix.Length..]) : null);
    }

    private bool HasClassAround()
    {
        for (var outer = scope.Parent; outer is not null; outer = outer.Parent)
            if (outer.Kind == CheckedScopeKind.Class) return true;
        return false;
    }

    private static bool IsTypeParameter(SyntaxNode owner, string name)
    {
        var parameters = owner switch
        {
            FunctionDef function => function.TypeParameters,
            ClassDef definition => definition.TypeParameters,
            TypeAlias alias => alias.TypeParameters,
            _ => [],
        };
        return parameters.Any(parameter => Parts(parameter).Name == name);
    }

    private void CheckAnnotatedName(Name name, AnnAssign statement)
    {
        if (scope.Kind == CheckedScopeKind.Module || scope.DeclaredNames?.Contains(name.Identifier) != true) return;
        var isGlobal = scope.Names.Find(name.Identifier)?.Global is { } declaration && declaration.Start < statement.Start;
        Report($"annotated name '{name.Identifier}' can't be {(isGlobal ? "global" : "nonlocal")}", statement, SyntaxErrorPhase.Symbols);
    }
}
