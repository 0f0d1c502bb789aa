namespace StaticReadiness.Python.Semantics;

/// <summary>How a library function takes a callable over.</summary>
public enum OffloadForm : byte
{
    /// <summary>Runs the callable elsewhere: <c>asyncio.to_thread(f)</c>.</summary>
    Call,

    /// <summary>Gives a callable that runs the argument elsewhere: <c>sync_to_async(f)(x)</c>, also as a decorator.</summary>
    Wrapper,

    /// <summary>Runs the callable in place: <c>map(f, xs)</c>.</summary>
    Inline,

    /// <summary>Runs a coroutine or callable on the event loop later: <c>asyncio.create_task(f())</c>, <c>loop.call_soon(f)</c>.</summary>
    Schedule,
}
