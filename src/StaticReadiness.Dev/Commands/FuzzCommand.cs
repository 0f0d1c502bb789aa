using System.CommandLine;
using System.Diagnostics;
using StaticReadiness.Dev.Fuzzing;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev fuzz</c>: parses broken sources until something throws, hangs or loses text.</summary>
internal static class FuzzCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Real Python files to break; directories are searched.", Arity = ArgumentArity.ZeroOrMore };
        var cases = new Option<int>("--cases") { Description = "How many sources to try.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<int>("--seed") { Description = "Where the random numbers start: the same seed gives the same sources.", DefaultValueFactory = _ => 1 };
        var command = new Command("fuzz", "Parse mutated, truncated, random and deeply nested sources; report what throws, takes too long or loses text.") { paths, cases, seed };
        command.SetAction(result => Run(PythonFiles.Find(result.GetValue(paths) ?? []), result.GetValue(cases), result.GetValue(seed)));
        return command;
    }

    private static int Run(List<string> files, int cases, int seed)
    {
        var failures = 0;
        var watch = Stopwatch.StartNew();
        OrderedWork.Run(Enumerable.Range(0, cases).ToList(), index => FuzzCase.Create(seed, index, files).Run(), outcome =>
        {
            if (outcome.Problem is null) return;
            failures++;
            var path = Path.Combine(Path.GetTempPath(), $"fuzz-{seed}-{outcome.Index}.py");
            File.WriteAllText(path, outcome.Source);
            Console.WriteLine($"{outcome.Kind} {outcome.Index}: {outcome.Problem} (source in {path})");
        });
        Console.WriteLine($"{cases} cases with seed {seed} in {watch.Elapsed.TotalSeconds:0.0} s: {failures} failures");
        return failures == 0 ? 0 : 1;
    }
}
