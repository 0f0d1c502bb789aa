using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Syntax.Parsing;

/// <summary>Shorthand for parsing in tests.</summary>
internal static class Parsed
{
    public static SyntaxTree Tree(string source) => SyntaxTree.Parse(SourceText.From(source));

    /// <summary>The tree of a source that must be accepted by the parser itself; what the scope refuses does not matter here.</summary>
    public static SyntaxTree Valid(string source)
    {
        var tree = Tree(source);
        tree.Diagnostics.Where(diagnostic => diagnostic.Phase == SyntaxErrorPhase.Parsing).Select(diagnostic => diagnostic.Message).ShouldBeEmpty(source);
        return tree;
    }

    public static T Statement<T>(string source) where T : Statement => Valid(source).Root.Body[0].ShouldBeOfType<T>();

    public static T Expression<T>(string source) where T : Expression => Statement<ExpressionStatement>(source).Value.ShouldBeOfType<T>();

    /// <summary>The nodes of a type, in the order of the source.</summary>
    public static IEnumerable<T> All<T>(SyntaxNode node) where T : SyntaxNode =>
        node.ChildNodes().SelectMany(child => (child is T found ? [found] : Array.Empty<T>()).Concat(All<T>(child)));

    public static string TextOf(SyntaxTree tree, SyntaxNode node) => tree.Text.ToString(node.Span);
}
