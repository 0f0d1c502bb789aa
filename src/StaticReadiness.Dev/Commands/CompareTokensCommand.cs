using System.CommandLine;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev compare-tokens PATH…</c>: whether the tokens of each file, with their trivia, are the very bytes of the file.</summary>
internal static class CompareTokensCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or directories whose *.py files are read.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("compare-tokens", "Write each file again from its tokens and trivia, and compare the bytes.") { paths };
        command.SetAction(result => Run(PythonFiles.Find(result.GetRequiredValue(paths))));
        return command;
    }

    private static int Run(List<string> files)
    {
        int same = 0, undecodable = 0;
        var tokens = 0L;
        OrderedWork.Run(files, Check, outcome =>
        {
            if (outcome.Tokens < 0) undecodable++;
            else if (outcome.Problem is null) same++;
            else Console.WriteLine($"{outcome.Path}: {outcome.Problem}");
            tokens += Math.Max(0, outcome.Tokens);
        });
        Console.WriteLine($"{files.Count} files, {tokens} tokens: {same} are reproduced byte for byte, {undecodable} cannot be decoded");
        return same + undecodable == files.Count ? 0 : 1;
    }

    private static RoundTrip Check(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var source = SourceFile.Parse(path, bytes);
        if (source.Tree is null) return new RoundTrip(path, -1, null);
        var tokens = source.Tree.Tokens();
        return new RoundTrip(path, tokens.Length, TokenText.FindProblem(source.Tree, tokens, source.Error is null));
    }

    private sealed record RoundTrip(string Path, int Tokens, string? Problem);
}
