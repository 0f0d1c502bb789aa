using System.CommandLine;
using StaticReadiness.Dev.Corpus;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev corpus PATH…</c>: what every rule finds in several repositories, and how that differs from an earlier run.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Repositories.", Arity = ArgumentArity.OneOrMore };
        var select = new Option<string[]>("--select") { Description = "Rules, as in the settings; all that are on unless given.", AllowMultipleArgumentsPerToken = true };
        var samples = new Option<int>("--samples") { Description = "Findings shown of each rule.", DefaultValueFactory = _ => 5 };
        var save = new Option<string?>("--save") { Description = "Write all findings to a file." };
        var compare = new Option<string?>("--compare") { Description = "Show what is new and what is gone since the run saved in a file." };
        var jobs = new Option<int>("--jobs") { Description = "Threads; one a processor unless given." };
        var command = new Command("corpus", "Run the rules over several repositories, to see what a change does.") { paths, select, samples, save, compare, jobs };
        command.SetAction((result, cancellationToken) =>
        {
            var run = CorpusRun.Of(result.GetRequiredValue(paths), result.GetValue(select) ?? [], result.GetValue(jobs), cancellationToken);
            if (result.GetValue(save) is { } file) CorpusFile.Write(file, run.Findings);
            if (result.GetValue(compare) is { } earlier) CorpusPrinter.PrintChanges(CorpusFile.Read(earlier), run.Findings, result.GetValue(samples));
            else CorpusPrinter.PrintFindings(run, result.GetValue(samples));
            return Task.FromResult(run.HasCrashes ? 1 : 0);
        });
        return command;
    }
}
