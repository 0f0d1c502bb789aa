using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>A place where a web server is started.</summary>
/// <param name="Written">The command or call as it reads in a message.</param>
/// <param name="Origin">What starts it.</param>
internal sealed record ServerStart(Location Location, string Written, bool IsForDevelopment, ServerStartOrigin Origin);
