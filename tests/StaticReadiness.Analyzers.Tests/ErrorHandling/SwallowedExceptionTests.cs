using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ErrorHandling;
using StaticReadiness.Testing;
using StaticReadiness.Testing.Markdown;

namespace StaticReadiness.Analyzers.Tests.ErrorHandling;

/// <summary>Says which swallowed errors are worth a warning.</summary>
public class SwallowedExceptionTests
{
    [Theory]
    [InlineData("return json.loads(row.options)", "return {}", DiagnosticSeverity.Note)]
    [InlineData("row.settle()\n        row.archive()", "pass", DiagnosticSeverity.Warning)]
    [InlineData("row.settle()\n        row.archive()", "pass  # an archived row is settled already", DiagnosticSeverity.Note)]
    [InlineData("row.settle()\n        row.archive()", "pass  # pragma: no cover", DiagnosticSeverity.Warning)]
    [InlineData("row.settle()\n        row.archive()", "return False", DiagnosticSeverity.Note)]
    [InlineData("return row.session.shop()", "return None", DiagnosticSeverity.Note)]
    [InlineData("row.settle()\n        total += Order.objects.get(id=row.id).total", "pass", DiagnosticSeverity.Warning)]
    public void What_the_author_foresaw_is_a_note(string attempt, string answer, DiagnosticSeverity severity)
    {
        var page = MarkdownPage.Parse("page.md", $"## Case\n\n```python path=shop/rows.py\ndef read(row, total):\n    try:\n        {attempt}\n    except Exception:\n        {answer}\n    return total\n```\n");
        var finding = Assert.Single(RuleTest.Analyze(page.Cases[0], new SwallowedException()).Findings);
        Assert.Equal(severity, finding.Diagnostic.Severity);
    }
}
