using System.Collections.Immutable;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Something that has to be closed.</summary>
/// <param name="Name">The qualified name of what makes it.</param>
/// <param name="What">What it is, as it reads in a message.</param>
/// <param name="Closers">The methods that close it.</param>
internal sealed record ClosableResource(string Name, string What, ImmutableArray<string> Closers);
