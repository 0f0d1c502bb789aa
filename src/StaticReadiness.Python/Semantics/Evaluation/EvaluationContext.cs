namespace StaticReadiness.Python.Semantics;

/// <summary>The names one thread is working out at the moment, which ends recursion.</summary>
internal sealed class EvaluationContext
{
    private const int MaximumDepth = 40;
    private const int MaximumSteps = 20_000;

    [ThreadStatic]
    private static EvaluationContext? current;

    private readonly List<object> active = [];
    private int lowestHit = int.MaxValue;
    private int steps;

    public static EvaluationContext Current => current ??= new EvaluationContext();

    public bool IsExhausted => steps > MaximumSteps;

    /// <summary>Notes that the value of a key is being worked out; false when it already is, or when the nesting is too deep to go on.</summary>
    public bool TryEnter(object key)
    {
        if (active.Count == 0) steps = 0;
        if (++steps > MaximumSteps) return false;
        for (var i = active.Count - 1; i >= 0; i--)
        {
            if (!ReferenceEquals(active[i], key)) continue;
            lowestHit = Math.Min(lowestHit, i);
            return false;
        }

        if (active.Count >= MaximumDepth)
        {
            lowestHit = -1;
            return false;
        }

        active.Add(key);
        return true;
    }

    /// <summary>Ends the work on the innermost key; true when the result may be kept because it rests on no unfinished one.</summary>
    public bool Exit()
    {
        var index = active.Count - 1;
        active.RemoveAt(index);
        var isComplete = lowestHit >= index || steps > MaximumSteps;
        if (lowestHit >= index || index == 0) lowestHit = int.MaxValue;
        return isComplete;
    }
}
