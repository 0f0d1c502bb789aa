using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.History;

/// <summary>A release, known from its tag.</summary>
/// <param name="Component">What stands before the version in the tag of a repository that releases several things; else empty.</param>
public sealed record Release(string Tag, string Component, PythonVersion Version, DateTimeOffset Date);
