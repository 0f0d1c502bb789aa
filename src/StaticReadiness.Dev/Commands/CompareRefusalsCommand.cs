using System.CommandLine;
using StaticReadiness.Dev.Oracle;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev compare-refusals FILE…</c>: our verdict on each case of a case file beside CPython's; <c>--bless</c> writes CPython's into the file.</summary>
internal static class CompareRefusalsCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Case files.", Arity = ArgumentArity.OneOrMore };
        var bless = new Option<bool>("--bless") { Description = "Ask CPython 3.13 again and write its verdicts into the files." };
        var python = new Option<string?>("--python") { Description = "The Python 3.13 to ask." };
        var command = new Command("compare-refusals", "Compare verdict, line and message with CPython 3.13's for the sources of case files.") { files, bless, python };
        command.SetAction(result => DeepStack.Run(() =>
        {
            if (result.GetValue(bless) && !Bless(result.GetRequiredValue(files), result.GetValue(python))) return 2;
            return Compare(result.GetRequiredValue(files));
        }));
        return command;
    }

    private static bool Bless(string[] files, string? given)
    {
        if (PythonOracle.FindPython(given) is not { } path)
        {
            Console.Error.WriteLine("no Python 3.13 found; give one with --python");
            return false;
        }

        using var oracle = PythonOracle.Start(path);
        foreach (var file in files)
        {
            var cases = RefusalCase.ReadAll(File.ReadAllText(file));
            File.WriteAllText(file, RefusalCase.WriteAll(cases.Select(item => item with { Expected = oracle.JudgeSource(item.Source) })));
        }

        return true;
    }

    private static int Compare(string[] files)
    {
        var tally = new RefusalTally();
        foreach (var file in files)
            foreach (var item in RefusalCase.ReadAll(File.ReadAllText(file)))
                tally.Add(item, Verdict.Of(SourceFile.Parse("source.py", SourceText.From(item.Source))));
        Console.WriteLine(tally);
        return tally.IsComplete ? 0 : 1;
    }
}
