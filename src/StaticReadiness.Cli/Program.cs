using System.Runtime.InteropServices;

namespace StaticReadiness.Cli;

/// <summary>The entry point: signals, standard streams, and nothing else.</summary>
public static class Program
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        // The first Ctrl-C asks for what is known so far; a second one is the system's business.
        void Stop(PosixSignalContext signal)
        {
            if (stop.IsCancellationRequested) return;
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var context = CommandContext.ForProcess(stop.Token);
        return await CommandLine.RunAsync(args, context);
    }
}
