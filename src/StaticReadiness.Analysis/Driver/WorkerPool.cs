namespace StaticReadiness.Analysis.Driver;

/// <summary>Runs work on threads of its own whose stacks are deep enough for any tree the parser accepts.</summary>
internal sealed class WorkerPool(int workers)
{
    private const int StackSize = 64 * 1024 * 1024;

    public int Workers { get; } = Math.Max(1, workers);

    /// <summary>Indices with the heaviest first, so that no thread is left alone with a large file at the end.</summary>
    public static int[] HeaviestFirst<T>(IReadOnlyList<T> items, Func<T, long> weight) =>
        [.. Enumerable.Range(0, items.Count).OrderByDescending(index => weight(items[index]))];

    /// <summary>Calls <paramref name="work"/> for each index, in no order, with the number of the worker; stops early when cancelled.</summary>
    public void ForEach(int count, Action<int, int> work, CancellationToken cancellationToken)
    {
        if (count == 0) return;
        var next = -1;
        Exception? failure = null;
        var threads = new Thread[Math.Min(Workers, count)];
        for (var i = 0; i < threads.Length; i++)
        {
            var worker = i;
            threads[i] = new Thread(() => Drain(worker), StackSize) { IsBackground = true, Name = $"analysis {worker}" };
            threads[i].Start();
        }

        foreach (var thread in threads) thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);

        void Drain(int worker)
        {
            try
            {
                while (Volatile.Read(ref failure) is null && !cancellationToken.IsCancellationRequested)
                {
                    var index = Interlocked.Increment(ref next);
                    if (index >= count) return;
                    work(index, worker);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // the caller asks the token whether all was done
            }
            catch (Exception e)
            {
                Interlocked.CompareExchange(ref failure, e, null);
            }
        }
    }
}
