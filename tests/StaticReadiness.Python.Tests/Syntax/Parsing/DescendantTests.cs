using Shouldly;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using Xunit;

namespace StaticReadiness.Python.Tests.Syntax.Parsing;

public sealed class DescendantTests
{
    private static readonly Module Root = SyntaxTree.Parse(SourceText.From("def f(a):\n    b\n    def g():\n        c\nd\n")).Root;

    [Fact]
    public void Descendants_come_in_the_order_of_the_source()
    {
        Names(Root.DescendantsAndSelf()).ShouldBe(["b", "c", "d"]);
        Root.DescendantsAndSelf().First().ShouldBe(Root);
    }

    [Fact]
    public void What_runs_with_a_function_leaves_out_the_bodies_in_it()
    {
        Names(Root.Body[0].DescendantsInScope()).ShouldBe(["b"]);
        Names(Root.DescendantsInScope()).ShouldBe(["d"]);
    }

    [Fact]
    public void Walks_inside_walks_and_walks_cut_short_do_not_disturb_each_other()
    {
        var seen = new List<string>();
        foreach (var outer in Root.DescendantsAndSelf().OfType<Name>())
        {
            Root.DescendantsAndSelf().Skip(2).First().ShouldNotBeNull();
            seen.Add(outer.Identifier + string.Concat(Names(Root.DescendantsAndSelf())));
        }

        seen.ShouldBe(["bbcd", "cbcd", "dbcd"]);
    }

    private static string[] Names(IEnumerable<SyntaxNode> nodes) => [.. nodes.OfType<Name>().Select(name => name.Identifier)];
}
