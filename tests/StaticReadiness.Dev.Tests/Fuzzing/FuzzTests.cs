using StaticReadiness.Dev.Fuzzing;

namespace StaticReadiness.Dev.Tests.Fuzzing;

/// <summary>A bounded run of what <c>dev fuzz</c> does for longer: no source throws, hangs, breaks the tree or loses text.</summary>
public class FuzzTests
{
    private const int Cases = 600;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Broken_sources_still_give_a_sound_tree_and_all_their_text(int seed)
    {
        var files = PythonFiles.Find([RepositoryFolder.Path("fixtures"), RepositoryFolder.Path("tests", "StaticReadiness.Dev.Tests", "Data")]);
        var problems = new List<string>();

        OrderedWork.Run(Enumerable.Range(0, Cases).ToList(), index => FuzzCase.Create(seed, index, files).Run(), outcome =>
        {
            if (outcome.Problem is not null) problems.Add($"{outcome.Kind} {outcome.Index}: {outcome.Problem}");
        });

        files.ShouldNotBeEmpty();
        problems.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_seed_makes_the_same_source() =>
        FuzzCase.Create(3, 7, []).Run().Source.ShouldBe(FuzzCase.Create(3, 7, []).Run().Source);

    [Fact]
    public void A_source_cut_at_any_character_still_gives_a_sound_tree()
    {
        var source = File.ReadAllText(RepositoryFolder.Path("tests", "StaticReadiness.Dev.Tests", "Data", "dumps", "everything.py"));

        for (var length = 0; length <= source.Length; length++)
        {
            var tree = SourceFile.Parse("source.py", Python.Text.SourceText.From(source[..length])).Tree!;
            TreeCheck.FindProblem(tree).ShouldBeNull();
            TokenText.FindProblem(tree, tree.Tokens(), tree.Diagnostics.IsEmpty).ShouldBeNull();
        }
    }
}
