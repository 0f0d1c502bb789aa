using System.Text;
using System.Text.Json;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Reads from the claims of a JSON Web Token whether it can open anything.</summary>
internal static class WebTokenClaims
{
    /// <summary>
    /// Whether a token opens something: it runs out one day (RFC 7519, section 4.1.4), but not yet, or it is the key of a service.
    /// One that never runs out is as good as always somebody's trial.
    /// </summary>
    public static bool OpenSomething(ReadOnlySpan<char> token, DateOnly today)
    {
        var first = token.IndexOf('.') + 1;
        var length = token[first..].IndexOf('.');
        if (first == 0 || length < 0 || Decode(token.Slice(first, length)) is not { } claims) return false;
        try
        {
            using var document = JsonDocument.Parse(claims);
            return document.RootElement.ValueKind == JsonValueKind.Object && OpenSomething(document.RootElement, today);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Supabase hands its `anon` key to every page, where row-level security guards the data; its `service_role` key goes past that.
    private static bool OpenSomething(JsonElement claims, DateOnly today) => RoleOf(claims) switch
    {
        "anon" => false,
        "service_role" => !HasRunOut(claims, today, otherwise: false),
        _ => !HasRunOut(claims, today, otherwise: true),
    };

    private static bool HasRunOut(JsonElement claims, DateOnly today, bool otherwise) =>
        claims.TryGetProperty("exp", out var end) && end.ValueKind == JsonValueKind.Number && end.TryGetDouble(out var seconds)
            ? seconds < new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds()
            : otherwise;

    private static string? RoleOf(JsonElement claims) => claims.TryGetProperty("role", out var role) && role.ValueKind == JsonValueKind.String ? role.GetString() : null;

    private static string? Decode(ReadOnlySpan<char> part)
    {
        var text = part.ToString().Replace('-', '+').Replace('_', '/');
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), buffer, out var written) ? Encoding.UTF8.GetString(buffer, 0, written) : null;
    }
}
