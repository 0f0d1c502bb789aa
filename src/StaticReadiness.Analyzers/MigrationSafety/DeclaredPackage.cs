using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>A package that manifests declare, with all that says its version.</summary>
/// <param name="IsComputed">Whether a build backend computes the version.</param>
internal sealed record DeclaredPackage(string Name, Location NamedAt, bool IsComputed, ImmutableArray<VersionStatement> Statements);

/// <summary>A place that says a package's version.</summary>
/// <param name="Version">Null when the text is no version by PEP 440.</param>
internal sealed record VersionStatement(string Text, PythonVersion? Version, Location Location, bool IsManifest);
