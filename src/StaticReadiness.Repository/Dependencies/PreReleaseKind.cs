namespace StaticReadiness.Repository.Dependencies;

/// <summary>The kinds of pre-release in their order (PEP 440).</summary>
public enum PreReleaseKind : byte { None, Alpha, Beta, Candidate }
