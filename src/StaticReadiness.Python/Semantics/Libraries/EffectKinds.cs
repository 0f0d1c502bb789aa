namespace StaticReadiness.Python.Semantics;

/// <summary>What a call does besides computing, as far as production readiness cares.</summary>
[Flags]
public enum EffectKinds
{
    None = 0,
    Sleep = 1 << 0,
    Http = 1 << 1,
    Socket = 1 << 2,
    Process = 1 << 3,
    File = 1 << 4,

    /// <summary>A synchronous database driver.</summary>
    Database = 1 << 5,

    /// <summary>A synchronous object-relational mapper or object-document mapper.</summary>
    Orm = 1 << 6,

    /// <summary>A cache, broker or search server.</summary>
    Store = 1 << 7,
    Mail = 1 << 8,

    /// <summary>A thread primitive, queue or future that waits for another thread.</summary>
    Wait = 1 << 9,
    Input = 1 << 10,

    /// <summary>A synchronous client of a remote service.</summary>
    Sdk = 1 << 11,
    Cpu = 1 << 12,

    /// <summary>Runs an event loop to completion, which a running loop forbids.</summary>
    EventLoop = 1 << 13,
    Environment = 1 << 14,
    Spawn = 1 << 15,

    /// <summary>Everything that holds the thread up while something outside answers.</summary>
    Blocking = Sleep | Http | Socket | Process | File | Database | Orm | Store | Mail | Wait | Input | Sdk,
}
