namespace StaticReadiness.Python.Semantics;

/// <summary>Where the called code runs.</summary>
public enum CallMode : byte
{
    /// <summary>In place, before the next statement of the caller.</summary>
    Direct,

    /// <summary>In another thread or process.</summary>
    Offloaded,

    /// <summary>Later, or not at all: a coroutine that is not awaited on the spot, a task, a callback.</summary>
    Deferred,

    /// <summary>In place, but only the first time: a function without parameters whose result is cached, or code that fills an empty global variable.</summary>
    Once,

    /// <summary>In place, or else one of the other sites at the same node: the object can be of several classes.</summary>
    Dispatch,
}
