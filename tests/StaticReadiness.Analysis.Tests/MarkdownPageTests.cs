using StaticReadiness.Testing;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Analysis.Tests;

/// <summary>The kit must fail as loudly for what is unexpected as for what is missing, or no page proves anything.</summary>
public class MarkdownPageTests
{
    [Fact]
    public void A_page_that_expects_what_is_found_passes() => Problems("""
        # assert-as-check

        ## An assert

        ```python path=shop/cart.py
        x = 1
        assert x  # expect: assert-as-check
        ```

        ## None

        ```python
        x = 1
        ```
        """).ShouldBe([null, null]);

    [Fact]
    public void An_unexpected_finding_fails_with_its_line()
    {
        var problem = Problems("## Case\n\n```python\nx = 1\nassert x\n```\n").Single();
        problem.ShouldNotBeNull();
        problem.ShouldContain("page.md:1: \"Case\"");
        problem.ShouldContain("unexpected assert-as-check at app.py:2: `assert` checks");
        problem.ShouldContain(">    2 | assert x");
    }

    [Fact]
    public void A_missing_finding_fails_with_its_line() =>
        Problems("## Case\n\n```python\nx = 1  # expect: assert-as-check\n```\n").Single()!.ShouldContain("missing    assert-as-check at app.py:1");

    [Fact]
    public void Several_findings_on_a_line_are_counted()
    {
        Problems("## Case\n\n```python\nassert a; assert b  # expect: assert-as-check, assert-as-check\n```\n").ShouldBe([null]);
        Problems("## Case\n\n```python\nassert a; assert b  # expect: assert-as-check\n```\n").Single().ShouldNotBeNull();
    }

    [Fact]
    public void A_syntax_error_in_a_case_fails_unless_it_is_the_point()
    {
        Problems("## Case\n\n```python\nx = (\n```\n").Single()!.ShouldContain("syntax-error");
        Problems("## Case\n\n<!-- syntax-errors -->\n\n```python\nx = (\n```\n").ShouldBe([null]);
    }

    [Fact]
    public void Directives_set_the_kind_and_expect_outcome_and_opportunities()
    {
        var page = MarkdownPage.Parse("page.md", "## Case\n\n<!-- outcome: not-applicable -->\n\n```python kind=library\nx = 1\n```\n");
        page.Cases.Single().Kind.ShouldBe(ProjectKind.Library);
        Run(page).ShouldBe([null]);
        Problems("## Case\n\n<!-- opportunities: 2; proves: nothing -->\n\n```python\nassert x  # expect: assert-as-check\n```\n").Single()!.ShouldContain("1 opportunities were examined, expected 2");
    }

    [Fact]
    public void An_unknown_directive_is_refused() =>
        Should.Throw<FormatException>(() => MarkdownPage.Parse("page.md", "## Case\n\n```python knd=library\nx = 1\n```\n")).Message.ShouldContain("`knd=library`");

    [Fact]
    public void An_expect_fence_lists_findings_in_other_files()
    {
        var page = MarkdownPage.Parse("page.md", "## Case\n\n```yaml path=a.yml\na: 1\n```\n\n```expect\na.yml:1 some-rule\na.yml other-rule\nthird-rule\n```\n");
        page.Cases.Single().Expectations.ShouldBe([new Expectation("", 0, "third-rule"), new Expectation("a.yml", 0, "other-rule"), new Expectation("a.yml", 1, "some-rule")]);
    }

    [Fact]
    public void The_comment_that_expects_is_not_shown_to_the_rule() =>
        MarkdownPage.Parse("page.md", "## Case\n\n```python\nx = 1  # expect: some-rule\n```\n").Cases.Single().Files.Single().Content.ShouldBe("x = 1\n");

    private static string?[] Problems(string markdown) => Run(MarkdownPage.Parse("page.md", markdown));

    private static string?[] Run(MarkdownPage page) => [.. page.Cases.Select(@case => RuleTest.Run(page.Name, @case, new AssertRule()))];
}
