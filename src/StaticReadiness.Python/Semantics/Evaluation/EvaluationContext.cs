namespace StaticReadiness.Python.Semantics;

/// <summary>The names one thread is working out at the moment, which ends recursion.</summary>
internal sealed class EvaluationContext
{
    private const int MaximumDepth = 40;

    [ThreadStatic]
    private static EvaluationContext? current;

    private readonly List<object> active = [];
    private int lowestHit = int.MaxValue;

    public static EvaluationContext Current => current ??= new EvaluationContext();

    /// <summary>Notes that the value of a key is being worked out; false when it already is, or when the nesting is too deep to go on.</summary>
    /// <param name="key">The variable, function or class.</param>
    /// <param name="placeholder">What stands for the value when the answer is false: None for one that is being worked out, unknown for one too deep.</param>
    public bool TryEnter(object key, out Value? placeholder)
    {
        placeholder = null;
        for (var i = active.Count - 1; i >= 0; i--)
        {
            if (!ReferenceEquals(active[i], key)) continue;
            lowestHit = Math.Min(lowestHit, i);
            placeholder = Value.None;
            return false;
        }

        if (active.Count >= MaximumDepth) return false;
        active.Add(key);
        return true;
    }

    /// <summary>Ends the work on the innermost key; false when its value rests on another unfinished one and may therefore lack a part.</summary>
    public bool Exit()
    {
        var index = active.Count - 1;
        active.RemoveAt(index);
        var isComplete = lowestHit >= index;
        if (isComplete) lowestHit = int.MaxValue;
        return isComplete;
    }
}
