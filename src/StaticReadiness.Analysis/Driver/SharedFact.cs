using System.Runtime.ExceptionServices;

namespace StaticReadiness.Analysis.Driver;

/// <summary>A value that the first to ask for makes; whoever asks meanwhile waits and lends its place at work.</summary>
internal sealed class SharedFact(Func<object> make)
{
    private readonly ManualResetEventSlim made = new();
    private object? value;
    private ExceptionDispatchInfo? failure;
    private Thread? maker;

    public bool IsMade => made.IsSet;

    /// <summary>The value, made or waited for.</summary>
    /// <exception cref="InvalidOperationException">Making the value asks for the value.</exception>
    public object Value
    {
        get
        {
            if (!made.IsSet) MakeOrWait();
            failure?.Throw();
            return value!;
        }
    }

    /// <summary>Makes the value when nobody has; a failure is told to who asks for the value.</summary>
    public void Prepare()
    {
        if (Interlocked.CompareExchange(ref maker, Thread.CurrentThread, null) is null) Make();
    }

    private void MakeOrWait()
    {
        var first = Interlocked.CompareExchange(ref maker, Thread.CurrentThread, null);
        if (first == Thread.CurrentThread) throw new InvalidOperationException("a fact asks for itself");
        if (first is null) Make();
        else WorkerPool.Await(made);
    }

    private void Make()
    {
        try
        {
            value = make();
        }
        catch (Exception e)
        {
            failure = ExceptionDispatchInfo.Capture(e);
        }

        made.Set();
    }
}
