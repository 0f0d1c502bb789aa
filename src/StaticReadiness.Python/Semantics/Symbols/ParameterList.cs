using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Reads the parameters of a function in the order of its signature.</summary>
internal static class ParameterList
{
    public static ImmutableArray<ParameterSymbol> Create(SyntaxNode function)
    {
        var syntax = function switch { FunctionDef definition => definition.Parameters, Lambda lambda => lambda.Parameters, _ => null };
        if (syntax is null) return [];
        var list = ImmutableArray.CreateBuilder<ParameterSymbol>();
        foreach (var parameter in syntax.PositionalOnly) list.Add(new(parameter.Name, ParameterKind.PositionalOnly, parameter));
        foreach (var parameter in syntax.Positional) list.Add(new(parameter.Name, ParameterKind.PositionalOrKeyword, parameter));
        if (syntax.VarArg is { } rest) list.Add(new(rest.Name, ParameterKind.VarPositional, rest));
        foreach (var parameter in syntax.KeywordOnly) list.Add(new(parameter.Name, ParameterKind.KeywordOnly, parameter));
        if (syntax.KwArg is { } keywords) list.Add(new(keywords.Name, ParameterKind.VarKeyword, keywords));
        return list.ToImmutable();
    }
}
