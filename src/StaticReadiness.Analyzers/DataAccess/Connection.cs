namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Something that talks to a database or store.</summary>
/// <param name="Kind">The kind, as the table of connections calls it.</param>
/// <param name="Title">What it is, as it reads in a message.</param>
internal sealed record Connection(string Kind, string Title)
{
    /// <summary>Whether it is dear enough to be made once: an engine, a pool, a client, a connection to a server.</summary>
    public bool IsShared => Kind is "engine" or "pool" or "client" or "connection";

    /// <summary>Whether whoever opens it in a function has to close it there.</summary>
    public bool IsClosable => Kind is "connection" or "session" or "file";
}
