namespace StaticReadiness.Analysis.Driver;

/// <summary>
/// Runs work on threads of its own whose stacks are deep enough for any tree the parser accepts.
/// As many work at a time as there are workers; one that waits for another lends its place to a spare thread.
/// </summary>
internal sealed class WorkerPool(int workers)
{
    private const int StackSize = 64 * 1024 * 1024;

    /// <summary>Spare threads for each worker: chains of facts that wait for each other are about this long.</summary>
    private const int SparesForEach = 3;

    [ThreadStatic]
    private static WorkPlaces? current;

    public int Workers { get; } = Math.Max(1, workers);

    /// <summary>The number of threads that may come to work; a worker's number is below it.</summary>
    public int Threads => Workers * (1 + SparesForEach);

    /// <summary>Indices with the heaviest first, so that no thread is left alone with a large file at the end.</summary>
    public static int[] HeaviestFirst<T>(IReadOnlyList<T> items, Func<T, long> weight) =>
        [.. Enumerable.Range(0, items.Count).OrderByDescending(index => weight(items[index]))];

    /// <summary>Waits for another thread; a spare one works meanwhile.</summary>
    public static void Await(ManualResetEventSlim signal)
    {
        current?.Leave();
        signal.Wait();
        current?.Return();
    }

    /// <summary>Calls <paramref name="work"/> for each index, in no order, with the number of the thread; stops early when cancelled.</summary>
    public void ForEach(int count, Action<int, int> work, CancellationToken cancellationToken)
    {
        if (count == 0) return;
        var next = -1;
        Exception? failure = null;
        var places = new WorkPlaces(Workers);
        var threads = new Thread[Math.Min(Threads, count)];
        for (var i = 0; i < threads.Length; i++)
        {
            var number = i;
            threads[i] = new Thread(() => Drain(number), StackSize) { IsBackground = true, Name = $"analysis {number}" };
            threads[i].Start();
        }

        foreach (var thread in threads) thread.Join();
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);

        void Drain(int number)
        {
            places.Enter();
            current = places;
            try
            {
                while (Volatile.Read(ref failure) is null && !cancellationToken.IsCancellationRequested)
                {
                    places.LetReturn();
                    var index = Interlocked.Increment(ref next);
                    if (index >= count) return;
                    work(index, number);
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
            finally
            {
                current = null;
                places.Leave();
            }
        }
    }
}
