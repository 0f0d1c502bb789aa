using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Reads from the certificates beside a private key whether it serves only local machines.</summary>
internal static class LocalCertificates
{
    private const string Begin = "-----BEGIN CERTIFICATE-----";

    private const long MaximumLength = 50_000;

    private static readonly HashSet<string> Extensions = [".crt", ".cer", ".cert", ".pem"];

    // Names a certificate is made out to, and what `openssl req` writes when nobody answers its questions.
    private static readonly byte[][] LocalNames =
        [.. new[] { "localhost", ".local", ".test", "example.com", "example.org", "snakeoil", "Internet Widgits Pty", "Default Company Ltd" }.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>Whether a certificate in the same file or folder names a host that only a developer's machine has.</summary>
    public static bool Serve(RepositoryFile key, SourceText text, ProjectContext context) =>
        NameLocalHost(text.Content) || (key.Directory.Length > 0 && context.Project.Files.Files.Any(file =>
            file.Directory == key.Directory && file != key && file.Length <= MaximumLength && Extensions.Contains(Path.GetExtension(file.Name))
            && file.ReadText().TryGet(out var certificate) && NameLocalHost(certificate.Content)));

    private static bool NameLocalHost(string content)
    {
        for (var start = content.IndexOf(Begin, StringComparison.Ordinal); start >= 0; start = content.IndexOf(Begin, start + Begin.Length, StringComparison.Ordinal))
        {
            var end = content.IndexOf("-----END", start + Begin.Length, StringComparison.Ordinal);
            if (end < 0) return false;
            var body = content[(start + Begin.Length)..end];
            var bytes = new byte[body.Length];
            if (!Convert.TryFromBase64String(body, bytes, out var length)) continue;
            foreach (var name in LocalNames)
                if (bytes.AsSpan(0, length).IndexOf(name) >= 0) return true;
        }

        return false;
    }
}
