using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Tests;

public class FingerprintTests
{
    private const string Source = "def pay(a):\n    assert a\n";

    [Theory]
    [InlineData("import os\n\n\n" + Source)]
    [InlineData("def pay(a):\n    x = 1\n    assert   a  \n")]
    [InlineData("def other():\n    assert a\n\n" + Source)]
    public void A_finding_keeps_its_fingerprint_when_lines_move(string moved) => Of("a.py", moved)[^1].ShouldBe(Of("a.py", Source)[0]);

    [Theory]
    [InlineData("b.py", Source)]
    [InlineData("a.py", "def pay(a):\n    assert b\n")]
    [InlineData("a.py", "def refund(a):\n    assert a\n")]
    public void Another_file_symbol_or_line_is_another_finding(string path, string source) => Of(path, source)[0].ShouldNotBe(Of("a.py", Source)[0]);

    [Fact]
    public void Equal_findings_are_told_apart_by_their_ordinal()
    {
        var both = Of("a.py", "def pay(a):\n    assert a\n    assert a\n");
        both.Distinct().Count().ShouldBe(2);
        both[0].ShouldBe(Of("a.py", Source)[0]);
    }

    [Fact]
    public void A_secret_changes_the_fingerprint_without_standing_in_it()
    {
        OfSecret("hunter2").ShouldNotBe(OfSecret("hunter3"));
        OfSecret("hunter2").ShouldBe(OfSecret("hunter2"));
        OfSecret("hunter2").ShouldMatch("^[0-9a-f]{32}$");
    }

    private static string[] Of(string path, string source) => [.. Runs.Of(new AssertRule(), (path, source)).Findings.Select(finding => finding.Fingerprint)];

    private static string OfSecret(string secret)
    {
        var rule = ScriptedRule.New("SR0198", "secrets", context => context.RegisterSyntaxNodeAction(
            node => node.Report(node.CreateDiagnostic(node.LocationOf(node.Node), "found") with { MaskedSpans = [TextSpan.FromBounds(node.Node.Start + 1, node.Node.End - 1)] }),
            Python.Syntax.SyntaxKind.Constant));
        return Runs.Of(rule, ("a.py", $"key = '{secret}'\n")).Findings.Single().Fingerprint;
    }
}
