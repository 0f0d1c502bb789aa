using StaticReadiness.Dev.Oracle;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Dev.Tests.Oracle;

/// <summary>The verdicts in the case files are CPython 3.13's, written by <c>dev compare-refusals --bless</c>; nothing here needs Python.</summary>
public class RefusalCasesTests
{
    // PEP 758 lets 3.14 accept exception types without parentheses
    private static readonly HashSet<string> NewerThanTheOracle = new(StringComparer.Ordinal)
    {
        "try: pass\nexcept A, B: pass\n",
        "try: pass\nexcept* A, B: pass\n",
    };

    public static TheoryData<string> Files() =>
        [.. Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string Folder => RepositoryFolder.Path("tests", "StaticReadiness.Python.Tests", "Syntax", "Data", "refusals");

    [Theory]
    [MemberData(nameof(Files))]
    public void What_CPython_accepts_is_accepted_and_what_it_refuses_is_refused_at_the_same_line_by_the_same_part(string file)
    {
        var differences = Read(file)
            .Where(item => !NewerThanTheOracle.Contains(item.Source))
            .Select(item => (item, ours: Judge(item)))
            .Where(pair => pair.ours.IsAccepted != pair.item.Expected.IsAccepted || pair.ours.Line != pair.item.Expected.Line || pair.ours.Phase != pair.item.Expected.Phase)
            .Select(pair => $"{pair.item.Source}CPython: {pair.item.Expected}\nours:    {pair.ours}");

        string.Join("\n\n", differences).ShouldBeEmpty();
    }

    // messages may only come nearer to CPython's: raise the bound when they do
    [Theory]
    [InlineData("calls.txt", 0.87)]
    [InlineData("flow.txt", 0.96)]
    [InlineData("patterns.txt", 0.90)]
    [InlineData("scopes.txt", 0.96)]
    [InlineData("targets.txt", 0.92)]
    public void The_messages_are_those_of_CPython(string file, double share)
    {
        var refused = Read(file).Where(item => !item.Expected.IsAccepted).ToList();

        var same = refused.Count(item => Judge(item) is var ours && ours.Message == item.Expected.Message && ours.Kind == item.Expected.Kind);

        refused.Count.ShouldBeGreaterThan(40);
        ((double)same / refused.Count).ShouldBeGreaterThanOrEqualTo(share);
    }

    [Fact]
    public void A_case_file_is_written_as_it_was_read()
    {
        var content = File.ReadAllText(Path.Combine(Folder, "flow.txt"));

        RefusalCase.WriteAll(RefusalCase.ReadAll(content)).ShouldBe(content);
    }

    private static List<RefusalCase> Read(string file) => RefusalCase.ReadAll(File.ReadAllText(Path.Combine(Folder, file)));

    private static Verdict Judge(RefusalCase item) => Verdict.Of(SourceFile.Parse("source.py", SourceText.From(item.Source)));
}
