using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Documents;

/// <summary>A version's section in a change log.</summary>
/// <param name="Version">The version, or null for the section of what is not released yet.</param>
/// <param name="Date">The day in the heading, or null.</param>
public sealed record ChangeLogEntry(PythonVersion? Version, DateOnly? Date, string Title, TextSpan Span)
{
    public bool IsUnreleased => Version is null;
}
