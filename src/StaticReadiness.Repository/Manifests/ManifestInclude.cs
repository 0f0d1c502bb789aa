using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>A file that a manifest takes declarations from.</summary>
/// <param name="Path">The path relative to the repository's root, with forward slashes.</param>
/// <param name="IsConstraint">Whether the file only limits versions (<c>-c</c>).</param>
/// <param name="Group">The group its requirements belong to, or null for the including file's.</param>
/// <param name="Span">The place that names it.</param>
public sealed record ManifestInclude(string Path, bool IsConstraint, DependencyGroup? Group, TextSpan Span);
