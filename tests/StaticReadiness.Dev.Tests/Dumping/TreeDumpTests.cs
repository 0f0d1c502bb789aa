using System.Text;
using StaticReadiness.Dev.Dumping;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Dev.Tests.Dumping;

/// <summary>The dumps in <c>Data/dumps</c> are what CPython 3.13's <c>ast.dump(…, include_attributes=True)</c> printed for the file beside them.</summary>
public class TreeDumpTests
{
    private static string Folder => RepositoryFolder.Path("tests", "StaticReadiness.Dev.Tests", "Data", "dumps");

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "*.py").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_dump_is_the_text_CPython_prints(string file)
    {
        var path = Path.Combine(Folder, file);
        var source = SourceFile.Read(path);

        source.Error.ShouldBeNull();
        TreeDump.Write(source.Tree!).ShouldBe(File.ReadAllText(Path.ChangeExtension(path, ".txt")).TrimEnd('\n'));
    }

    [Theory]
    [InlineData("1e16", "1e+16")]
    [InlineData("1e15", "1000000000000000.0")]
    [InlineData("123456789012345680.0", "1.2345678901234568e+17")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("1e-6", "1e-06")]
    [InlineData("1e22", "1e+22")]
    [InlineData("5e-324", "5e-324")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("1e999", "inf")]
    [InlineData("0.0", "0.0")]
    [InlineData("1_0.5_0", "10.5")]
    public void A_float_is_written_as_repr_writes_it(string literal, string expected)
    {
        var output = new StringBuilder();

        PythonRepr.AppendFloat(output, NumberLiterals.Float(literal));

        output.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("it's", "\"it's\"")]
    [InlineData("\"it's\"", "'\"it\\'s\"'")]
    [InlineData("a\n\r\t\\\u0007\u007f", "'a\\n\\r\\t\\\\\\x07\\x7f'")]
    [InlineData("é\u00a0\u00ad\u2028😀\ue000", "'é\\xa0\\xad\\u2028😀\\ue000'")]
    [InlineData("\u1c89", "'\\u1c89'")]
    public void A_string_is_written_as_repr_writes_it(string value, string expected)
    {
        var output = new StringBuilder();

        PythonRepr.AppendString(output, value);

        output.ToString().ShouldBe(expected);
    }

    [Fact]
    public void A_lone_surrogate_is_escaped()
    {
        var output = new StringBuilder();

        PythonRepr.AppendString(output, "\ud800x");

        output.ToString().ShouldBe("'\\ud800x'");
    }
}
