using System.Collections.Immutable;

namespace StaticReadiness.Analysis.Driver;

/// <summary>A project with the files it is made of and the reason for its kind.</summary>
internal sealed record LoadedProject(Project Project, string KindReason, ImmutableArray<ParsedFile> Files);
