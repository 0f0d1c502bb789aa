using System.Text.RegularExpressions;

namespace StaticReadiness.Conventions.Tests;

public partial class SourceTests
{
    private const int MostLines = 400;

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        House.SourceFiles("src", "tests")
            .Select(file => (file, Lines: House.Read(file).Count(c => c == '\n')))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.file} has {file.Lines} lines: it probably does two things, and reads better as two files")
            .ShouldBeEmpty();

    [Fact]
    public void No_comment_puts_work_off_without_naming_the_issue() =>
        House.SourceFiles("src", "tests")
            .SelectMany(file => Postponed().Matches(House.Read(file)).Select(match => $"{file}: {match.Value.Trim()}: name the issue (#12) or the rule, or do it now"))
            .ShouldBeEmpty();

    [Fact]
    public void A_file_is_named_after_the_type_it_holds() =>
        House.SourceFiles("src")
            .Where(file => Path.GetFileName(file) is not ("Program.cs" or "AssemblyInfo.cs" or "Usings.cs" or "GlobalUsings.cs"))
            .Where(file => !Regex.IsMatch(House.Read(file), $@"\b(class|record|struct|interface|enum|delegate [\w<>?]+) {Path.GetFileName(file).Split('.')[0]}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)))
            .Select(file => $"{file} holds no type of its name")
            .ShouldBeEmpty();

    [Fact]
    public void A_public_type_has_a_summary() =>
        House.SourceFiles("src")
            .SelectMany(file => PublicType().Matches(House.Read(file)).Where(match => !IsDocumented(House.Read(file), match.Index)).Select(match => $"{file}: {match.Value.Trim()} has no summary"))
            .ShouldBeEmpty();

    private static bool IsDocumented(string source, int index)
    {
        var lines = source[..index].TrimEnd('\n').Split('\n');
        for (var i = lines.Length - 1; i >= 0; i--)
        {
            if (lines[i].StartsWith("///", StringComparison.Ordinal)) return true;
            if (!lines[i].StartsWith('[')) return false;
        }

        return false;
    }

    [GeneratedRegex(@"//.*\b(TODO|FIXME|XXX|HACK)\b(?!.*(#\d|SR\d{4}))[^""\n]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Postponed();

    [GeneratedRegex(@"^public (sealed |static |abstract |readonly )*(class|record|struct|record struct|enum|interface) \w+", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PublicType();
}
