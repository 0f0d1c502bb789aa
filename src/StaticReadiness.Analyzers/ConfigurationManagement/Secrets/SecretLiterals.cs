using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>What code around a literal says of it.</summary>
internal static class SecretLiterals
{
    /// <summary>Whether a literal explains a format: <c>Field(examples=["whsec_…"])</c>, a docstring.</summary>
    public static bool IsDocumentation(Constant literal) =>
        literal.Parent is ExpressionStatement
        || literal.Ancestors().TakeWhile(node => node is Expression or Keyword).OfType<Keyword>().Any(keyword => keyword.Name is "example" or "examples" or "description" or "help" or "json_schema_extra" or "openapi_extra");
}
