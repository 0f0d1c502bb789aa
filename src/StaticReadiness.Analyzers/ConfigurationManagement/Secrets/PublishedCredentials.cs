using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>The credentials that their owners print for everybody, known by their digests alone.</summary>
internal static class PublishedCredentials
{
    private static readonly FrozenSet<string> Digests = EmbeddedTable.Read("published-credentials.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(ReadOnlySpan<char> token)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(token)];
        Encoding.UTF8.GetBytes(token, bytes);
        return Digests.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
