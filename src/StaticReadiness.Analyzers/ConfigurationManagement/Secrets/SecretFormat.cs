using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>A token format that is recognised wherever it stands.</summary>
/// <param name="IsAlwaysReported">Whether a token of it is worth a report wherever it stands; others are reported when somebody asks for all formats.</param>
internal sealed record SecretFormat(string Id, string Title, string Prefix, TokenPattern Body, string Checksum, DiagnosticSeverity Level, bool IsAlwaysReported)
{
    /// <summary>Whether whoever has the token can act in the name of its owner.</summary>
    public bool IsLive => Level == DiagnosticSeverity.Error;

    /// <summary>Whether the token is a key between lines that say so.</summary>
    public bool IsPrivateKey => Prefix.StartsWith("-----BEGIN", StringComparison.Ordinal);
}
