using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads names as a file imports them: a framework that the repository carries with it is known by its public names, not by the files they lead to.</summary>
internal static class ImportedNames
{
    /// <summary>The dotted name that a file's own imports give an expression, or null.</summary>
    public static string? Of(Expression expression, SemanticModel model) => expression switch
    {
        Name name => model.GetSymbol(name)?.Resolve() is { Bindings: [Alias alias, ..] } ? Of(alias) : null,
        Python.Syntax.Attribute attribute when Of(attribute.Value, model) is { } owner => $"{owner}.{attribute.Name}",
        _ => null,
    };

    private static string? Of(Alias alias) => alias.Parent switch
    {
        Import => alias.AsName is null && alias.Name.IndexOf('.') is var dot and > 0 ? alias.Name[..dot] : alias.Name,
        ImportFrom { Level: 0, Module: { } module } => $"{module}.{alias.Name}",
        _ => null,
    };
}
