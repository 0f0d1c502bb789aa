using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>What the four kinds of comprehension have in common.</summary>
internal static class ComprehensionExtensions
{
    public static ImmutableArray<Comprehension> GetGenerators(this SyntaxNode node) => node switch
    {
        ListComp list => list.Generators,
        SetComp set => set.Generators,
        DictComp dict => dict.Generators,
        GeneratorExp generator => generator.Generators,
        _ => [],
    };

    public static Comprehension? FirstGenerator(this SyntaxNode node) => node.GetGenerators() is [var first, ..] ? first : null;
}
