namespace StaticReadiness.Reporting.Tests;

public class HelpPageTests
{
    private const string Page =
        """
        # swallowed-exception

        Finds handlers
        that hide errors.

        ## Bad

        ```python path=shop/cart.py
        try:
            pay()
        except Exception:  # expect: swallowed-exception
            pass
        ```

        ```expect
        shop/other.py swallowed-exception
        ```

        ## Good

        ```python path=shop/cart.py
        # a comment
        pay()
        ```

        ```toml path=pyproject.toml
        x = 1
        ```

        """;

    [Fact]
    public void Readers_see_neither_expectations_nor_fences_for_tests()
    {
        var page = HelpPage.ForReaders(Page);
        page.ShouldNotContain("expect");
        page.ShouldContain("except Exception:\n    pass\n```\n");
        page.ShouldContain("## Bad\n\n```python\n");
    }

    [Fact]
    public void Where_an_example_has_several_files_their_names_stand_above_them() =>
        HelpPage.ForReaders(Page).ShouldEndWith("## Good\n\n`shop/cart.py`\n\n```python\n# a comment\npay()\n```\n\n`pyproject.toml`\n\n```toml\nx = 1\n```\n");

    [Fact]
    public void The_introduction_is_the_first_paragraph_on_one_line() =>
        HelpPage.Introduction(Page).ShouldBe("Finds handlers that hide errors.");

    [Fact]
    public void Plain_text_indents_code_and_drops_heading_marks() =>
        HelpPage.ToPlainText("# A\n\n## B\n\n```python\nx = 1\n```\n").ShouldBe("A\n\nB\n\n    x = 1");
}
