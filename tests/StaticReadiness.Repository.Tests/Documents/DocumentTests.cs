using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Tests.Documents;

public class DocumentTests
{
    private static Document Parse(string path, string text) => Document.Parse(path, SourceText.From(text));

    private const string Markdown = """
        ---
        title: not a heading
        ---
        # My `tool` & more

        Call `tool.run()` or see [the guide](docs/guide.md#start "title") and ![logo](img/a%20b.png) <https://example.org>.

        <p align="center"><img src="img/logo.svg"></p>

        ## Install

        ```bash
        $ pip install tool
        Collecting tool
        (venv) $ tool --init \
            --now
        ```

        - A list

          ```python title="x"
          def f():
              return 1
          ```

        ## Install

        | a | b |
        | - | - |
        | `cell` | [x](y.md) |

            indented code

        ```pycon
        >>> 1
        1
        ```
        """;

    [Fact]
    public void Markdown_shows_its_headings_with_the_anchors_of_hosting_services() =>
        Parse("README.md", Markdown).Headings.Select(h => (h.Level, h.Title, h.Anchor)).ShouldBe([(1, "My tool & more", "my-tool--more"), (2, "Install", "install"), (2, "Install", "install-1")]);

    [Fact]
    public void Markdown_shows_its_code_with_the_place_of_every_character()
    {
        var document = Parse("README.md", Markdown);

        document.CodeBlocks.Select(b => b.Language).ShouldBe([CodeLanguage.Shell, CodeLanguage.Python, CodeLanguage.Unmarked, CodeLanguage.PythonConsole]);
        document.CodeBlocks[0].Commands.Select(c => c.Text).ShouldBe(["pip install tool", "tool --init --now"]);
        foreach (var word in document.CodeBlocks[0].Commands.SelectMany(c => c.Words)) document.Text.ToString(word.Span).ShouldBe(word.Text);
        var python = document.CodeBlocks[1].Code;
        python.Content.ShouldBe("def f():\n    return 1\n");
        document.Text.ToString(python.ToSource(python.Content.IndexOf("return", StringComparison.Ordinal), python.Content.IndexOf(" 1", StringComparison.Ordinal))).ShouldBe("return");
    }

    [Fact]
    public void Markdown_shows_its_links_and_literals_with_their_places()
    {
        var document = Parse("README.md", Markdown);

        document.Links.Select(l => (l.Target, l.IsImage, l.IsRelative)).ShouldBe(
            [("docs/guide.md#start", false, true), ("img/a%20b.png", true, true), ("https://example.org", false, false), ("img/logo.svg", true, true), ("y.md", false, true)]);
        document.Links[0].PathPart.ShouldBe("docs/guide.md");
        document.Links[0].Fragment.ShouldBe("start");
        document.Links[1].PathPart.ShouldBe("img/a b.png");
        foreach (var link in document.Links.Where(l => l.IsRelative)) document.Text.ToString(link.Span).ShouldBe(link.Target);
        document.Literals.Select(l => l.Text).ShouldBe(["tool", "tool.run()", "cell"]);
    }

    private const string Restructured = """
        =====
        Title
        =====

        See ``tool.run()``, :py:func:`~tool.run`, :doc:`the guide <guide>` and `the site <https://example.org/a b>`_.

        .. _install-label:

        Install the thing
        -----------------

        Run this::

            $ pip install tool

        .. code-block:: python
           :linenos:

           def f():
               return 1

        .. image:: img/logo.png
           :alt: logo

        .. a comment
           with ``no literal``

        Sub
        ~~~

        >>> 1 + 1
        2

        .. note::

           Inside a ``note``.

        Next
        ----
        """;

    [Fact]
    public void ReStructuredText_shows_the_same()
    {
        var document = Parse("docs/index.rst", Restructured);

        document.Headings.Select(h => (h.Level, h.Title, h.Anchor)).ShouldBe([(1, "Title", "title"), (2, "Install the thing", "install-the-thing"), (3, "Sub", "sub"), (2, "Next", "next")]);
        document.CodeBlocks.Select(b => (b.Language, b.Code.Content)).ShouldBe(
            [(CodeLanguage.Unmarked, "$ pip install tool\n"), (CodeLanguage.Python, "def f():\n    return 1\n"), (CodeLanguage.PythonConsole, ">>> 1 + 1\n2\n")]);
        document.CodeBlocks[0].Commands.ShouldHaveSingleItem().Text.ShouldBe("pip install tool");
        document.Literals.Select(l => (l.Text, l.Role)).ShouldBe([("tool.run()", null), ("tool.run", "py:func"), ("guide", "doc"), ("note", null)]);
        document.Links.Select(l => l.Target).ShouldBe(["https://example.org/a b", "img/logo.png"]);
        document.HasAnchor("install-label").ShouldBeTrue();
        foreach (var link in document.Links) document.Text.ToString(link.Span).ShouldBe(link.Target);
        document.Text.ToString(document.SectionOf(document.Headings[1])).ShouldStartWith("Install the thing");
        document.Text.ToString(document.SectionOf(document.Headings[1])).ShouldEndWith("Inside a ``note``.\n\n");
    }

    [Fact]
    public void A_readme_covers_what_its_headings_and_commands_say()
    {
        TopicFinder.Find(Parse("README.md", Markdown)).ShouldBe(DocumentTopics.Install | DocumentTopics.Run);
        TopicFinder.Find(Parse("README.md", "# x\n\n```\n$ python -m pytest\n```\n")).ShouldBe(DocumentTopics.Test);
        TopicFinder.Find(Parse("README.md", "# x\n\n## Running in production\n")).ShouldBe(DocumentTopics.Run | DocumentTopics.Deploy);
    }

    [Theory]
    [InlineData("[1.2.0] - 2024-01-31", "1.2.0", "2024-01-31")]
    [InlineData("1.2.0 (2024-01-31)", "1.2.0", "2024-01-31")]
    [InlineData("Version 3.1.1", "3.1.1", null)]
    [InlineData("v2.0.0rc1 (January 5, 2024)", "2.0.0rc1", "2024-01-05")]
    [InlineData("Release 1.0 - 5th March 2020", "1.0", "2020-03-05")]
    [InlineData("httpx 0.27.0", "0.27.0", null)]
    [InlineData("Bug fixes", null, null)]
    [InlineData("2024-01-31", null, null)]
    public void A_heading_of_a_change_log_names_a_version_and_a_day(string title, string? version, string? date)
    {
        var read = ChangeLog.ReadTitle(title);
        (read?.Version?.ToString()).ShouldBe(version);
        (read?.Date?.ToString("yyyy-MM-dd")).ShouldBe(date);
    }

    [Fact]
    public void A_change_log_lists_its_versions_and_its_fragments()
    {
        var files = RepositoryFiles.InMemory(
            ("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n## [1.10.0] - 2024-01-01\n\n### Added\n\n## [1.9.0]\n"), ("CHANGES.txt", "1.1 2020-01-01\n  * things\n\n1.0\n  * more 2.0\n"), ("newsfragments/12.bugfix.rst", "x"), ("newsfragments/README.md", ""));
        var logs = DocumentSet.Read(files).ChangeLogs;

        logs.Select(l => l.Path).ShouldBe(["CHANGELOG.md", "CHANGES.txt"]);
        logs[0].Entries.Select(e => e.Version?.ToString()).ShouldBe([null, "1.10.0", "1.9.0"]);
        logs[0].Latest!.ToString().ShouldBe("1.10.0");
        logs[1].Entries.Select(e => e.Version?.ToString()).ShouldBe(["1.1", "1.0"]);
        ChangeLog.FindFragments(files, "").ShouldHaveSingleItem().Name.ShouldBe("12.bugfix.rst");
    }

    [Theory]
    [InlineData("> ", "a.md")]
    [InlineData("[", "a.md")]
    [InlineData("- ", "a.md")]
    [InlineData("``", "a.rst")]
    [InlineData(".. ", "a.rst")]
    [InlineData("==\n", "a.rst")]
    public void Hostile_documents_are_read_without_an_exception(string piece, string path) =>
        Should.NotThrow(() => Parse(path, string.Concat(Enumerable.Repeat(piece, 20_000))));
}
