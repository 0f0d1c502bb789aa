namespace StaticReadiness.Python.Semantics;

/// <summary>What running a function can do that its callers should know.</summary>
public enum FactKind : byte
{
    /// <summary>Holds the thread up while something outside answers; the subject is the kind of effect.</summary>
    Blocks,

    /// <summary>Waits on the event loop for something that is no coroutine of the project.</summary>
    Awaits,

    /// <summary>Starts a thread, process or task.</summary>
    Spawns,

    /// <summary>Is left by an exception; the subject is its class.</summary>
    Raises,

    /// <summary>Opens a file, connection or client; the subject is the function that does.</summary>
    Opens,

    /// <summary>Reads an environment variable.</summary>
    ReadsEnvironment,
}
