namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>A web framework or task queue.</summary>
/// <param name="Synchronous">Where it runs a <c>def</c> handler.</param>
/// <param name="Asynchronous">Where it runs an <c>async def</c> handler.</param>
/// <param name="BoundaryAdvice">How one registers a handler of unforeseen exceptions, as it reads in a message.</param>
public sealed record Framework(string Id, string Title, HandlerPlace Synchronous, HandlerPlace Asynchronous, string BoundaryAdvice)
{
    /// <summary>Whether it puts a slash before a path that has none.</summary>
    internal bool RootsPaths { get; init; }
}
