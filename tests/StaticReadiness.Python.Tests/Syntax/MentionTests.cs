using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Syntax;

public sealed class MentionTests
{
    [Fact]
    public void Names_attributes_keywords_and_aliases_of_a_file_are_mentioned()
    {
        var tree = SyntaxTree.Parse(SourceText.From("from time import sleep as nap\nasync def f(größe=1):\n    x.environ['KEY'] = f'{inner}'\n"));
        foreach (var name in new[] { "from", "time", "sleep", "nap", "async", "f", "größe", "x", "environ", "inner" }) tree.MayMention(name).ShouldBeTrue(name);
    }

    [Fact]
    public void A_name_of_the_file_before_is_not_mentioned_by_the_next()
    {
        _ = SyntaxTree.Parse(SourceText.From("sleep = 1\n"));
        SyntaxTree.Parse(SourceText.From("other = 1\n")).MayMention("sleep").ShouldBeFalse();
    }

    [Fact]
    public void Of_names_that_are_not_there_one_in_thirty_passes_at_most()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => $"name_{i} = 1\n"));
        var tree = SyntaxTree.Parse(SourceText.From(text));
        Enumerable.Range(0, 300).ShouldAllBe(i => tree.MayMention($"name_{i}"));
        Enumerable.Range(0, 3000).Count(i => tree.MayMention($"other_{i}")).ShouldBeLessThan(100);
    }
}
