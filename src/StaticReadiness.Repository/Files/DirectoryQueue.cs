namespace StaticReadiness.Repository.Files;

/// <summary>The directories still to be listed, shared by the threads of a walk; it is at an end when none is left and none is being listed.</summary>
internal sealed class DirectoryQueue
{
    private readonly Stack<PendingDirectory> waiting = new();

    /// <summary>The directories that wait or are being listed.</summary>
    private int open;

    public void Add(List<PendingDirectory> directories)
    {
        lock (waiting)
        {
            foreach (var directory in directories) waiting.Push(directory);
            open += directories.Count;
            Monitor.PulseAll(waiting);
        }
    }

    /// <summary>The next directory; waits for one while others are listed, and answers null at the end.</summary>
    public PendingDirectory? Take()
    {
        lock (waiting)
        {
            while (waiting.Count == 0 && open > 0) Monitor.Wait(waiting);
            return waiting.TryPop(out var directory) ? directory : null;
        }
    }

    /// <summary>Says that a directory was listed, and what lies below it.</summary>
    public void Finish(List<PendingDirectory> below)
    {
        lock (waiting)
        {
            foreach (var directory in below) waiting.Push(directory);
            open += below.Count - 1;
            if (below.Count > 0 || open == 0) Monitor.PulseAll(waiting);
        }
    }
}
