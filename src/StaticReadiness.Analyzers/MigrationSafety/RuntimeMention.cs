using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>A place that names the Python version something runs on.</summary>
/// <param name="Where">What names it, as it reads in a message.</param>
/// <param name="IsDeployed">True when it is what production runs on, false for one entry of a test matrix.</param>
internal sealed record RuntimeMention(PythonVersion Version, string Where, Location Location, bool IsDeployed);
