using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Kind">How arguments reach it.</param>
/// <param name="Node">Its syntax: annotation and default value stand there.</param>
public sealed record ParameterSymbol(string Name, ParameterKind Kind, Parameter Node)
{
    public Expression? Annotation => Node.Annotation;

    public Expression? Default => Node.Default;
}
