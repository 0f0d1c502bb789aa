namespace StaticReadiness.Analysis.Driver;

/// <summary>A number of places to work at. Who comes back to finish what it began goes before who begins anew.</summary>
internal sealed class WorkPlaces(int free)
{
    private readonly object gate = new();
    private int free = free;
    private int returning;

    /// <summary>Waits for a place to begin at.</summary>
    public void Enter()
    {
        lock (gate)
        {
            while (free == 0 || returning > 0) Monitor.Wait(gate);
            free--;
        }
    }

    /// <summary>Gives a place up.</summary>
    public void Leave()
    {
        lock (gate)
        {
            free++;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits for a place to go on at.</summary>
    public void Return()
    {
        lock (gate)
        {
            returning++;
            while (free == 0) Monitor.Wait(gate);
            returning--;
            free--;
            if (free > 0) Monitor.PulseAll(gate);
        }
    }

    /// <summary>Makes room for those who want to return, if there are any.</summary>
    public void LetReturn()
    {
        if (Volatile.Read(ref returning) == 0) return;
        Leave();
        Enter();
    }
}
