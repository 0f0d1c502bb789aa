namespace StaticReadiness.Dev;

/// <summary>Works on many items at the same time and hands over the results in the order of the items.</summary>
internal static class OrderedWork
{
    /// <summary>Calls <paramref name="consume"/> on the caller's behalf for one result at a time, first item first.</summary>
    public static void Run<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work, Action<TResult> consume, int jobs = 0) where TResult : class
    {
        var next = -1;
        var written = 0;
        var results = new TResult?[items.Count];
        DeepStack.RunAll(Math.Clamp(jobs > 0 ? jobs : Environment.ProcessorCount, 1, Math.Max(1, items.Count)), _ =>
        {
            while (Interlocked.Increment(ref next) is var index && index < items.Count)
            {
                var result = work(items[index]);
                lock (results)
                {
                    results[index] = result;
                    for (; written < results.Length && results[written] is { } ready; written++)
                    {
                        consume(ready);
                        results[written] = null;
                    }
                }
            }
        });
    }
}
