using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Tests.Syntax.Parsing;

public sealed class RecoveryTests
{
    [Theory]
    [InlineData("def f(:\n    pass\n\ndef g():\n    return 1\n")]
    [InlineData("x = (1,\n\ndef g():\n    return 1\n")]
    [InlineData("x = 'open\ndef g():\n    return 1\n")]
    [InlineData("if a b:\n    def g():\n        return 1\n")]
    [InlineData("class A(x y):\n    def g(self):\n        return 1\n")]
    [InlineData("try:\n    def g():\n        pass\nx = 1\n")]
    [InlineData(")\nelse:\n    pass\ndef g(): pass\n")]
    [InlineData("match x:\n    case 1 2:\n        pass\n    case 3:\n        pass\ndef g(): pass\n")]
    [InlineData("x = f'{a'\ndef g(): pass\n")]
    [InlineData("print 'python 2'\nexec 'code'\ndef g(): pass\n")]
    public void Functions_beside_an_error_are_whole(string source)
    {
        var tree = Parsed.Tree(source);

        tree.Diagnostics.ShouldNotBeEmpty();
        Parsed.All<FunctionDef>(tree.Root).ShouldContain(function => function.Name == "g");
        Parsed.All<ErrorStatement>(tree.Root).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("  def g():\n      pass\n")]
    [InlineData("if x:\n        a\n    b\ndef g(): pass\n")]
    [InlineData("if x:\n\ta\n        b\ndef g(): pass\n")]
    public void Wrong_indentation_loses_nothing(string source)
    {
        var tree = Parsed.Tree(source);

        tree.Diagnostics.ShouldHaveSingleItem().Kind.ShouldNotBe(SyntaxErrorKind.SyntaxError);
        Parsed.All<FunctionDef>(tree.Root).ShouldContain(function => function.Name == "g");
        Parsed.All<ErrorStatement>(tree.Root).ShouldBeEmpty();
    }

    [Fact]
    public void Statements_around_an_error_keep_their_block()
    {
        var tree = Parsed.Tree("class A:\n    a = 1\n    b = = 2\n    def c(self): pass\nd = 4\n");

        var type = tree.Root.Body[0].ShouldBeOfType<ClassDef>();
        type.Body.Select(s => s.Kind).ShouldBe([SyntaxKind.Assign, SyntaxKind.ErrorStatement, SyntaxKind.FunctionDef]);
        Parsed.TextOf(tree, type.Body[1]).ShouldBe("b = = 2");
        tree.Root.Body[1].ShouldBeOfType<Assign>();
    }

    [Fact]
    public void A_file_cut_at_any_place_still_has_a_tree()
    {
        for (var length = 0; length < SampleSources.Typical.Length; length++)
        {
            var tree = Parsed.Tree(SampleSources.Typical[..length]);
            foreach (var statement in tree.Root.Body) statement.End.ShouldBeLessThanOrEqualTo(length);
        }
    }

    [Fact]
    public void A_parse_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var source = Python.Text.SourceText.From(string.Concat(Enumerable.Repeat("x = 1\n", 5000)));

        Should.Throw<OperationCanceledException>(() => SyntaxTree.Parse(source, "", cancelled.Token));
        SyntaxTree.Parse(source).Root.Body.Length.ShouldBe(5000);
    }
}
