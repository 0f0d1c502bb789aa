namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>A token format that is recognised wherever it stands.</summary>
internal sealed record SecretFormat(string Id, string Title, string Prefix, TokenPattern Body, string Checksum, bool IsLive)
{
    /// <summary>Whether the token is a key between lines that say so.</summary>
    public bool IsPrivateKey => Prefix.StartsWith("-----BEGIN", StringComparison.Ordinal);
}
