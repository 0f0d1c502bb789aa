using System.CommandLine;
using System.Text.Json;
using StaticReadiness.Dev.Dumping;
using StaticReadiness.Dev.Oracle;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev compare-symtables PATH…</c>: how many files have the very scopes and symbols that CPython 3.13's <c>symtable</c> gives.</summary>
internal static class CompareSymbolTablesCommand
{
    private const int Shown = 20;

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files, or directories whose *.py files are read.", Arity = ArgumentArity.OneOrMore };
        var python = new Option<string?>("--python") { Description = "The Python 3.13 to ask." };
        var command = new Command("compare-symtables", "Compare the scopes of whole corpora with CPython 3.13's symtable.") { paths, python };
        command.SetAction(result =>
        {
            if (PythonOracle.FindPython(result.GetValue(python)) is { } found) return Run(PythonFiles.Find(result.GetRequiredValue(paths)), found);
            Console.Error.WriteLine("no Python 3.13 found; give one with --python");
            return 2;
        });
        return command;
    }

    private static int Run(List<string> files, string python)
    {
        using var oracles = new OraclePool(python);
        int identical = 0, refused = 0, shown = 0;
        OrderedWork.Run(files, path => Compare(path, oracles), outcome =>
        {
            if (outcome.IsRefused) refused++;
            else if (outcome.Difference is null) identical++;
            else if (shown++ < Shown) Console.WriteLine($"{outcome.Path}\n  {outcome.Difference}");
        });
        var accepted = files.Count - refused;
        Console.WriteLine($"{files.Count} files: CPython binds {accepted}, of which {identical} ({(accepted == 0 ? 100 : 100.0 * identical / accepted):0.00} %) have identical scopes and symbols; it refuses {refused}");
        return identical == accepted ? 0 : 1;
    }

    private static DumpComparison Compare(string path, OraclePool oracles)
    {
        using var expected = oracles.Use(oracle => oracle.Scopes(path));
        if (expected is null) return new DumpComparison(path, IsRefused: true, null);
        var source = SourceFile.Read(path);
        if (source.Tree is null) return new DumpComparison(path, IsRefused: false, $"not read here: {source.Error!.Message}");
        using var actual = JsonDocument.Parse(ScopeDump.Write(source.Tree, isIndented: false), new JsonDocumentOptions { MaxDepth = 4000 });
        return new DumpComparison(path, IsRefused: false, FindDifference(expected.RootElement, actual.RootElement, "module"));
    }

    private static string? FindDifference(JsonElement expected, JsonElement actual, string place)
    {
        foreach (var key in new[] { "type", "name", "line" })
            if (expected.GetProperty(key).ToString() != actual.GetProperty(key).ToString()) return $"{place}: {key}: CPython {expected.GetProperty(key)}, ours {actual.GetProperty(key)}";
        var names = expected.GetProperty("symbols").EnumerateObject().Concat(actual.GetProperty("symbols").EnumerateObject()).Select(p => p.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (theirs, ours) = (Describe(expected, name), Describe(actual, name));
            if (theirs != ours) return $"{place}: `{name}`: CPython {theirs}, ours {ours}";
        }

        var (left, right) = (expected.GetProperty("children").EnumerateArray().ToArray(), actual.GetProperty("children").EnumerateArray().ToArray());
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            if (FindDifference(left[i], right[i], $"{place} > {left[i].GetProperty("name")}:{left[i].GetProperty("line")}") is { } difference) return difference;
        return left.Length == right.Length ? null : $"{place}: CPython has {left.Length} scopes in it, ours {right.Length}";
    }

    private static string Describe(JsonElement scope, string name) =>
        scope.GetProperty("symbols").TryGetProperty(name, out var flags) ? flags.GetRawText().Replace(" ", "") : "nothing";
}
