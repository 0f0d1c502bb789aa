namespace StaticReadiness.Dev;

/// <summary>Runs work on a thread whose stack holds any tree the parser can return.</summary>
internal static class DeepStack
{
    private const int Size = 256 * 1024 * 1024;

    public static T Run<T>(Func<T> work)
    {
        T? result = default;
        var thread = new Thread(() => result = work(), Size);
        thread.Start();
        thread.Join();
        return result!;
    }

    /// <summary>Runs one worker a job at the same time and waits for all.</summary>
    public static void RunAll(int jobs, Action<int> worker)
    {
        var threads = Enumerable.Range(0, jobs).Select(job => new Thread(() => worker(job), Size)).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }
}
