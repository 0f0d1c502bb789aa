using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Tests.Syntax.Parsing;

/// <summary>Where CPython's <c>ast</c> says that nodes start and end.</summary>
public sealed class PositionTests
{
    [Theory]
    [InlineData("(a) + (b)", "(a) + (b)")]
    [InlineData("((a + b))", "a + b")]
    [InlineData("(a).b", "(a).b")]
    [InlineData("( a , b )", "( a , b )")]
    [InlineData(" a , b ,  # c", "unexpected indent")]
    [InlineData("a , b ,  # c", "a , b ,")]
    [InlineData("f(a for b in c)", "f(a for b in c)")]
    [InlineData("not (a)", "not (a)")]
    [InlineData("(yield a)", "yield a")]
    [InlineData("'a' 'b'  # c", "'a' 'b'")]
    public void An_expression_covers_its_own_parentheses_only(string source, string expected)
    {
        var tree = Parsed.Tree(source);
        if (!tree.Diagnostics.IsEmpty)
        {
            tree.Diagnostics[0].Message.ShouldBe(expected.StartsWith("unexpected", StringComparison.Ordinal) ? expected : "'yield' outside function");
            if (expected.StartsWith("unexpected", StringComparison.Ordinal)) return;
        }

        Parsed.TextOf(tree, Parsed.All<ExpressionStatement>(tree.Root).First().Value).ShouldBe(expected);
    }

    [Fact]
    public void A_generator_that_is_the_only_argument_takes_the_parentheses_of_the_call()
    {
        var tree = Parsed.Valid("f(a for b in c)");

        Parsed.TextOf(tree, Parsed.All<GeneratorExp>(tree.Root).Single()).ShouldBe("(a for b in c)");
    }

    [Fact]
    public void A_definition_starts_at_its_keyword_and_ends_with_its_body()
    {
        var tree = Parsed.Valid("@a\n@b(c)\nasync def f(x: int = 1) -> int:\n    pass;\n\n# comment\n@d\nclass E: x = 1\n");

        Parsed.TextOf(tree, tree.Root.Body[0]).ShouldBe("async def f(x: int = 1) -> int:\n    pass;");
        Parsed.TextOf(tree, tree.Root.Body[1]).ShouldBe("class E: x = 1");
        var parameter = Parsed.All<Parameter>(tree.Root).Single();
        Parsed.TextOf(tree, parameter).ShouldBe("x: int");
        Parsed.TextOf(tree, parameter.Default!).ShouldBe("1");
        tree.Text.ToString(((FunctionDef)tree.Root.Body[0]).NameSpan).ShouldBe("f");
    }

    [Fact]
    public void Parts_of_a_call_have_the_bounds_of_their_text()
    {
        var tree = Parsed.Valid("f(*a, b = c, **d)[e:(f):g, h](i)");

        Parsed.All<Keyword>(tree.Root).Select(k => Parsed.TextOf(tree, k)).ShouldBe(["b = c", "**d"]);
        Parsed.TextOf(tree, Parsed.All<Starred>(tree.Root).Single()).ShouldBe("*a");
        Parsed.TextOf(tree, Parsed.All<Slice>(tree.Root).Single()).ShouldBe("e:(f):g");
        Parsed.TextOf(tree, Parsed.All<Python.Syntax.Tuple>(tree.Root).Single()).ShouldBe("e:(f):g, h");
        Parsed.TextOf(tree, Parsed.All<Subscript>(tree.Root).Single()).ShouldBe("f(*a, b = c, **d)[e:(f):g, h]");
    }

    [Fact]
    public void Patterns_have_the_bounds_of_their_text()
    {
        var tree = Parsed.Valid("match a,:\n    case (b) | [c, *d] if e: pass\n    case F(g, h=-1+2j) as i: pass\n");

        Parsed.TextOf(tree, ((Match)tree.Root.Body[0]).Subject).ShouldBe("a,");
        var patterns = Parsed.All<MatchCase>(tree.Root).Select(c => Parsed.TextOf(tree, c.Pattern)).ToList();
        patterns.ShouldBe(["(b) | [c, *d]", "F(g, h=-1+2j) as i"]);
        Parsed.TextOf(tree, Parsed.All<MatchStar>(tree.Root).Single()).ShouldBe("*d");
        Parsed.TextOf(tree, Parsed.All<MatchValue>(tree.Root).Single()).ShouldBe("-1+2j");
    }

    [Fact]
    public void Parts_of_an_f_string_lie_in_it()
    {
        var tree = Parsed.Valid("x = 'a' f'b{{c}}{d!r:>{w}}{e = }'");

        Parsed.TextOf(tree, Parsed.All<JoinedStr>(tree.Root).First()).ShouldBe("'a' f'b{{c}}{d!r:>{w}}{e = }'");
        Parsed.All<FormattedValue>(tree.Root).Select(v => Parsed.TextOf(tree, v)).ShouldBe(["{d!r:>{w}}", "{w}", "{e = }"]);
        Parsed.All<Constant>(tree.Root).Select(c => (c.Text, Parsed.TextOf(tree, c))).ShouldBe([("ab{c}", "'a' f'b{{c}}"), (">", ">"), ("e = ", "e = ")]);
        Parsed.TextOf(tree, Parsed.All<FormattedValue>(tree.Root).First().FormatSpec!).ShouldBe(":>{w}");
    }

    [Fact]
    public void Every_child_lies_in_the_file_and_knows_its_parent()
    {
        var tree = Parsed.Valid(SampleSources.Typical);

        foreach (var node in Parsed.All<SyntaxNode>(tree.Root))
        {
            node.Start.ShouldBeInRange(0, node.End);
            node.End.ShouldBeLessThanOrEqualTo(tree.Text.Length);
            node.Parent!.ChildNodes().ShouldContain(node);
        }
    }
}
