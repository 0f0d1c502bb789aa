using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Tests.Files;

public class WildmatchTests
{
    // What git itself says to these and to random patterns is compared in GitIgnoreTests.
    [Theory]
    [InlineData("foo", "foo", true)]
    [InlineData("foo", "bar", false)]
    [InlineData("", "", true)]
    [InlineData("???", "foo", true)]
    [InlineData("??", "foo", false)]
    [InlineData("*", "foo", true)]
    [InlineData("f*", "foo", true)]
    [InlineData("*f", "foo", false)]
    [InlineData("*foo*", "foo", true)]
    [InlineData("*ob*a*r*", "foobar", true)]
    [InlineData("*ab", "aaaaaaabababab", true)]
    [InlineData(@"foo\*", "foo*", true)]
    [InlineData(@"foo\*bar", "foobar", false)]
    [InlineData("*[al]?", "ball", true)]
    [InlineData("[ten]", "ten", false)]
    [InlineData("**[!te]", "ten", true)]
    [InlineData("t[a-g]n", "ten", true)]
    [InlineData("t[!a-g]n", "ton", true)]
    [InlineData("t[^a-g]n", "ten", false)]
    [InlineData("a[]]b", "a]b", true)]
    [InlineData("a[]-]b", "a-b", true)]
    [InlineData("a[]a-]b", "aab", true)]
    [InlineData("]", "]", true)]
    [InlineData("foo*bar", "foo/baz/bar", false)]
    [InlineData("foo**bar", "foo/baz/bar", false)]
    [InlineData("foo**bar", "foobazbar", true)]
    [InlineData("foo/**/bar", "foo/baz/bar", true)]
    [InlineData("foo/**/**/bar", "foo/b/a/z/bar", true)]
    [InlineData("foo/**/bar", "foo/bar", true)]
    [InlineData("foo?bar", "foo/bar", false)]
    [InlineData("foo[/]bar", "foo/bar", false)]
    [InlineData("**/foo", "foo", true)]
    [InlineData("**/foo", "XXX/foo", true)]
    [InlineData("*/foo", "bar/baz/foo", false)]
    [InlineData("**/bar*", "deep/foo/bar/baz", false)]
    [InlineData("**/bar/**", "deep/foo/bar/baz/", true)]
    [InlineData("**/bar/*/*", "deep/foo/bar/baz/x", true)]
    [InlineData("**/**/**", "foo", true)]
    [InlineData("[[:alpha:]][[:digit:]][[:upper:]]", "a1B", true)]
    [InlineData("[[:xdigit:]]", "g", false)]
    [InlineData("[a-c]b*", "bbc", true)]
    [InlineData("[", "[", false)]
    [InlineData("[[:nosuch:]]", "a", false)]
    [InlineData(@"[\-^]", "-", true)]
    public void A_pattern_matches_as_git_matches_it(string pattern, string text, bool expected) =>
        Wildmatch.IsMatch(pattern, text, slashSensitive: true).ShouldBe(expected);

    [Fact]
    public void Stars_that_could_backtrack_without_end_finish_at_once() =>
        Wildmatch.IsMatch(string.Concat(Enumerable.Repeat("*a", 40)) + "b", new string('a', 5000), slashSensitive: true).ShouldBeFalse();

    [Theory]
    [InlineData("**/", 100_000)]
    [InlineData("**/a/", 200)]
    [InlineData("**/*a*/", 200)]
    public void Double_stars_that_could_backtrack_without_end_finish_at_once(string repeated, int times) =>
        Wildmatch.IsMatch(string.Concat(Enumerable.Repeat(repeated, times)) + "b", string.Concat(Enumerable.Repeat("a/", 1000)) + "c", slashSensitive: true).ShouldBeFalse();

    [Theory]
    [InlineData("**/**/b", "b")]
    [InlineData("**/**/b", "a/a/b")]
    [InlineData("a/**/**/b", "a/b")]
    public void Double_stars_in_a_row_are_one(string pattern, string text) => Wildmatch.IsMatch(pattern, text, slashSensitive: true).ShouldBeTrue();
}
