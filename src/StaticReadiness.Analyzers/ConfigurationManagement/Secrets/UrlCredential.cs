using System.Collections.Frozen;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>The user part of a URL that carries a password; the password itself is not kept.</summary>
/// <param name="User">The user's name as written; <c>…</c> when it is empty.</param>
/// <param name="Host">The server's name, without its port.</param>
/// <param name="IsKnown">Whether the password is a default everybody knows.</param>
/// <param name="IsOnOwnHost">Whether it opens something on the machine itself, or a container beside it.</param>
internal sealed record UrlCredential(string Scheme, string User, string Host, bool IsKnown, bool IsOnOwnHost)
{
    /// <summary>Whether the password opens nothing that is not open, or serves the machine itself only.</summary>
    public bool IsDefault => IsKnown || IsOnOwnHost;

    private static readonly FrozenSet<string> KnownDefaults = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "postgres", "password", "passwd", "pass", "guest", "root", "admin", "secret", "test", "mysql", "redis", "example", "changeme", "user", "dev", "minioadmin", "changethis", "mongo", "rabbitmq", "default");

    private static readonly FrozenSet<string> OwnHosts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "localhost", "127.0.0.1", "0.0.0.0", "[::1]", "db", "postgres", "postgresql", "mysql", "mariadb", "redis", "rabbitmq", "mongo", "mongodb", "database", "broker", "host.docker.internal");

    /// <summary>Whether a password is one that every server of its kind comes with.</summary>
    public static bool IsKnownDefault(string password) => KnownDefaults.Contains(password);

    /// <summary>The credential of the first URL in a text, or null when it has none or only a placeholder for one.</summary>
    public static UrlCredential? Find(string text)
    {
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        if (mark < 2) return null;
        var start = mark;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '-' or '.')) start--;
        var end = mark + 3;
        while (end < text.Length && text[end] is not ('/' or '?' or '#' or '"' or '\'' or ',' or ' ' or '\t' or '\n')) end++;
        var authority = text.AsSpan(mark + 3, end - mark - 3);
        var at = authority.LastIndexOf('@');
        if (at < 2 || authority[..at].IndexOf(':') is not (>= 0 and var colon) || start == mark) return null;
        var user = authority[..colon].ToString();
        var password = authority[(colon + 1)..at].ToString();
        var host = authority[(at + 1)..].ToString();
        if (IsPlaceholder(user, password, host) || text.AsSpan(start, mark - start) is "driver" or "dialect" or "scheme") return null;
        var name = host.IndexOf(':') is > 0 and var port ? host[..port] : host;
        var isKnown = KnownDefaults.Contains(password) || string.Equals(user, password, StringComparison.OrdinalIgnoreCase) || Placeholders.Matches(password, ignoresDigits: true);
        return new UrlCredential(text[start..mark], user.Length == 0 ? "…" : user, name, isKnown, OwnHosts.Contains(name));
    }

    // A template, a pattern, a mask, an example's host, or the very words of a manual.
    private static bool IsPlaceholder(string user, string password, string host) =>
        password.Length < 3 || IsPlaceName(password) || $"{user}{password}{host}".AsSpan().ContainsAny("{}<>[]()*\\^|$%&…`;+") || password.Contains("..") || password.StartsWith("xxx", StringComparison.OrdinalIgnoreCase)
        || IsExampleHost(host) || host.EndsWith(":port", StringComparison.OrdinalIgnoreCase) || IsOfSentry(user, host) || (password.Length > 4 && password.StartsWith("your", StringComparison.OrdinalIgnoreCase))
        || (user.ToLowerInvariant() is "user" or "username" or "name" or "login" or "my_user" or "myuser" && password.ToLowerInvariant() is "pass" or "password" or "pwd" or "passwd" or "pw" or "secret" or "my_password" or "mypassword" && !OwnHosts.Contains(host));

    // The key in a DSN of Sentry's lets its owner send events and nothing else: https://docs.sentry.io/concepts/key-terms/dsn-explainer/
    private static bool IsOfSentry(string user, string host) => host.Contains("sentry", StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(user, "N", out _);

    // `DB_PASSWORD` and `PLACEHOLDER` name what someone fills in.
    private static bool IsPlaceName(string password) => password.Length > 3 && password.All(c => char.IsAsciiLetterUpper(c) || c == '_');

    private static bool IsExampleHost(string host)
    {
        var name = host.IndexOf(':') is > 0 and var port ? host[..port] : host;
        return name is "host" or "hostname" or "server" or "HOST" || name.EndsWith("example.com", StringComparison.OrdinalIgnoreCase) || name.EndsWith("example.org", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("example.net", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".example", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".test", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);
    }
}
