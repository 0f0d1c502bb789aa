using BenchmarkDotNet.Running;
using StaticReadiness.Benchmarks.Corpus;

if (args is ["corpus", .. var paths])
{
    Environment.ExitCode = CorpusCommand.Run(paths, Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
