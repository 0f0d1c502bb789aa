using System.Security.Cryptography;
using System.Text;

namespace StaticReadiness.Python.Tests.Syntax;

public sealed class GeneratedParserTests
{
    private static readonly string Root = FindRoot();

    private static string GeneratedParser => File.ReadAllText(Path.Combine(Root, "src/StaticReadiness.Python/Syntax/Generated/PythonParser.g.cs"));

    [Fact]
    public void The_checked_in_parser_is_the_one_the_grammar_generates()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Root, "grammars/Python.g4")).Concat(File.ReadAllBytes(Path.Combine(Root, "grammars/lean-parser.mjs"))).ToArray();
        var stamp = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

        GeneratedParser.ShouldContain($"stamp {stamp}", customMessage: "grammars/Python.g4 changed: run grammars/generate");
    }

    [Fact]
    public void The_checked_in_nodes_are_the_ones_their_specification_generates()
    {
        var specification = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(Root, "grammars/Python.nodes")));
        var stamp = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(specification)))[..16];

        File.ReadAllText(Path.Combine(Root, "src/StaticReadiness.Python/Syntax/Generated/SyntaxNodes.g.cs"))
            .ShouldContain($"stamp {stamp}", customMessage: "grammars/Python.nodes changed: run grammars/generate");
    }

    [Fact]
    public void The_parser_never_predicts() => GeneratedParser.ShouldNotContain("AdaptivePredict");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "StaticReadiness.sln"))) directory = directory.Parent!;
        return directory.FullName;
    }
}
