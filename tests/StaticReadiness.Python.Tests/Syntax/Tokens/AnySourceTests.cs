using FsCheck;
using FsCheck.Fluent;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Syntax.Tokens;

/// <summary>What holds for every text, Python or not.</summary>
public class AnySourceTests
{
    private static readonly Arbitrary<string> Texts = Gen.Elements("if", "def ", "f(", ")", "f'{", "}'", "'", "\"\"\"", "[", "]", "{", "}", ":", "=", ":=", ",", "*", "x", "1", "\n", "\n  ", "\t", "\\\n", "#", "lambda", " for ", " in ", "await ", "yield", "match ", "case ", "class A", "é", "\ud800", "\0")
        .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Its_tokens_and_trivia_are_the_text() => Check(tree =>
        string.Concat(tree.Tokens().Select(token => tree.Text.ToString(token.FullSpan))) == tree.Text.Content);

    [Fact]
    public void Its_nodes_lie_inside_the_text_and_know_their_parents() => Check(tree => IsSound(tree.Root, tree.Text.Length));

    [Fact]
    public void Its_errors_lie_inside_the_text() => Check(tree =>
        tree.Diagnostics.All(diagnostic => diagnostic.Span.Start >= 0 && diagnostic.Span.End <= tree.Text.Length && diagnostic.Message.Length > 0));

    [Fact]
    public void It_parses_the_same_way_twice() => Check(tree =>
        SyntaxTree.Parse(tree.Text).Diagnostics.SequenceEqual(tree.Diagnostics));

    private static void Check(Func<SyntaxTree, bool> property) =>
        Prop.ForAll(Texts, text => property(SyntaxTree.Parse(SourceText.From(text)))).QuickCheckThrowOnFailure();

    private static bool IsSound(SyntaxNode node, int length) =>
        node.Start >= 0 && node.Start <= node.End && node.End <= length && node.ChildNodes().All(child => ReferenceEquals(child.Parent, node) && IsSound(child, length));
}
