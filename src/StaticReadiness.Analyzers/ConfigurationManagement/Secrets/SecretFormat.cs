namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>A token format that is recognised wherever it stands.</summary>
internal sealed record SecretFormat(string Id, string Title, string Prefix, TokenPattern Body, string Checksum, bool IsLive);
