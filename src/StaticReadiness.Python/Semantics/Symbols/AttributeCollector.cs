using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Finds the attributes that the methods of a class bind on their first parameter.</summary>
internal sealed class AttributeCollector : SyntaxWalker
{
    private readonly Dictionary<string, ImmutableArray<AttributeBinding>.Builder> found = new(StringComparer.Ordinal);
    private FunctionSymbol method = null!;
    private string self = "";

    public static Dictionary<string, ImmutableArray<AttributeBinding>> Collect(ClassSymbol @class)
    {
        var collector = new AttributeCollector();
        foreach (var method in @class.Methods)
        {
            if (!method.Scope.StoresAttributes || method.Definition is not { } definition || method.Parameters is not [var first, ..] || first.Kind > ParameterKind.PositionalOrKeyword) continue;
            collector.method = method;
            collector.self = first.Name;
            foreach (var statement in definition.Body) collector.Visit(statement);
        }

        return collector.found.ToDictionary(p => p.Key, p => p.Value.ToImmutable(), StringComparer.Ordinal);
    }

    protected override void VisitAttribute(Syntax.Attribute node)
    {
        if (node.Context == ExpressionContext.Store && node.Value is Name name && name.Identifier == self && GetStatement(node) is { } statement)
        {
            if (!found.TryGetValue(node.Name, out var bindings)) found[node.Name] = bindings = ImmutableArray.CreateBuilder<AttributeBinding>();
            bindings.Add(new AttributeBinding(node, statement, method));
        }

        DefaultVisit(node);
    }

    // a nested function has its own names, but the usual closure keeps self
    protected override void VisitFunctionDef(FunctionDef node)
    {
        foreach (var parameter in ParameterList.Create(node))
            if (parameter.Name == self) return;
        DefaultVisit(node);
    }

    protected override void VisitClassDef(ClassDef node)
    {
    }

    private static SyntaxNode? GetStatement(SyntaxNode node)
    {
        for (var at = node.Parent; at is not null; at = at.Parent)
            if (at is Statement or WithItem) return at;
        return null;
    }
}
