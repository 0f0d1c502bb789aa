using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Manifests;

/// <summary>An installer option a manifest sets, such as <c>--extra-index-url</c> or a package source.</summary>
public sealed record ManifestOption(string Name, string Value, string File, TextSpan Span);
