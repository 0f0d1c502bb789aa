namespace StaticReadiness.Python.Semantics;

/// <summary>Runs independent pieces of work on threads whose stacks hold any tree the parser can return.</summary>
internal static class ParallelWork
{
    private const int StackSize = 256 * 1024 * 1024;

    /// <summary>Calls the work once for every index below the count; the first exception is thrown again.</summary>
    /// <param name="count">The number of pieces.</param>
    /// <param name="jobs">The number of threads; 0 for one a processor.</param>
    /// <param name="makeWork">Makes the work of one thread.</param>
    /// <param name="cancellationToken">Ends the work between two pieces.</param>
    public static void Run(int count, int jobs, Func<Action<int>> makeWork, CancellationToken cancellationToken)
    {
        var next = -1;
        Exception? failure = null;
        var threads = new Thread[Math.Clamp(jobs > 0 ? jobs : Environment.ProcessorCount, 1, Math.Max(1, count))];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(RunThread, StackSize) { IsBackground = true };
            threads[i].Start();
        }

        foreach (var thread in threads) thread.Join();
        cancellationToken.ThrowIfCancellationRequested();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);

        void RunThread()
        {
            try
            {
                var work = makeWork();
                while (!cancellationToken.IsCancellationRequested && failure is null && Interlocked.Increment(ref next) is var index && index < count) work(index);
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, exception, null);
            }
        }
    }
}
