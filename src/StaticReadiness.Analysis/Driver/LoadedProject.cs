using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Driver;

/// <summary>A project with the files it is made of.</summary>
internal sealed record LoadedProject(Project Project, ImmutableArray<ParsedFile> Files);
