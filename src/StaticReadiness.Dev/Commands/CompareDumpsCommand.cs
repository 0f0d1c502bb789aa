using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using StaticReadiness.Dev.Dumping;
using StaticReadiness.Dev.Oracle;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev compare-dumps PATH…</c>: how many files give the very tree and positions CPython 3.13 gives, and where the first others differ.</summary>
internal static class CompareDumpsCommand
{
    private const int Shown = 20;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or directories whose *.py files are read.", Arity = ArgumentArity.OneOrMore };
        var python = new Option<string?>("--python") { Description = "The Python 3.13 to ask." };
        var cache = new Option<string>("--cache")
        {
            Description = "The file that remembers CPython's answers by content.",
            DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "static-readiness-dumps-3.13.txt"),
        };
        var command = new Command("compare-dumps", "Compare dumps of whole corpora with CPython 3.13's, and the verdicts on what it refuses.") { paths, python, cache };
        command.SetAction(result =>
        {
            if (PythonOracle.FindPython(result.GetValue(python)) is { } found) return Run(PythonFiles.Find(result.GetRequiredValue(paths)), found, result.GetRequiredValue(cache));
            Console.Error.WriteLine("no Python 3.13 found; give one with --python");
            return 2;
        });
        return command;
    }

    private static int Run(List<string> files, string python, string cachePath)
    {
        using var oracles = new OraclePool(python);
        var cache = new DumpCache(cachePath);
        int identical = 0, refused = 0, sameRefusal = 0, shown = 0;
        OrderedWork.Run(files, path => Compare(path, oracles, cache), outcome =>
        {
            if (outcome.IsRefused) refused++;
            if (outcome.Difference is null && outcome.IsRefused) sameRefusal++;
            else if (outcome.Difference is null) identical++;
            else if (shown++ < Shown) Console.WriteLine($"{outcome.Path}\n{outcome.Difference}");
        });
        cache.Save();
        var parsed = files.Count - refused;
        Console.WriteLine($"{files.Count} files: CPython parses {parsed}, of which {identical} ({(parsed == 0 ? 100 : 100.0 * identical / parsed):0.00} %) have the identical dump; it refuses {refused}, of which {sameRefusal} are refused here at the same line");
        return identical == parsed && sameRefusal == refused ? 0 : 1;
    }

    private static DumpComparison Compare(string path, OraclePool oracles, DumpCache cache)
    {
        var bytes = File.ReadAllBytes(path);
        var key = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var expected = cache.Find(key) ?? cache.Add(key, oracles.Use(oracle => oracle.HashOfDump(path) ?? $"refused {oracle.JudgeFile(path)}"));
        var source = SourceFile.Parse(path, bytes);
        var parses = source is { Tree: not null, Error: null or { IsParserError: false } };
        if (expected.StartsWith("refused ", StringComparison.Ordinal)) return CompareRefusal(path, Verdict.Parse(expected[8..]), source);
        if (!parses) return new DumpComparison(path, false, $"  refused here only: {source.Error!.Line}:{source.Error.Column}: {source.Error.Message}");
        var dump = TreeDump.Write(source.Tree!);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dump)));
        return new DumpComparison(path, false, hash == expected ? null : oracles.Use(oracle => Difference(oracle.Dump(path)!, dump)));
    }

    private static DumpComparison CompareRefusal(string path, Verdict expected, SourceFile source)
    {
        var actual = Verdict.Of(source);
        var isSame = !actual.IsAccepted && (actual.Line == expected.Line || expected.Line == 0);
        return new DumpComparison(path, true, isSame ? null : $"  CPython: {expected}\n  ours:    {actual}");
    }

    private static string Difference(string expected, string actual)
    {
        var at = 0;
        while (at < expected.Length && at < actual.Length && expected[at] == actual[at]) at++;
        return $"  CPython: {Around(expected, at)}\n  ours:    {Around(actual, at)}";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 120)..Math.Min(text.Length, at + 120)];
}
