using System.Globalization;
using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.ErrorHandling;

/// <summary>The network calls whose timeouts are known.</summary>
internal static class OutboundCalls
{
    private static readonly Dictionary<string, OutboundCall> Calls = EmbeddedTable.Read("outbound-calls.tsv")
        .Select(row => new OutboundCall(row[0], row[1], int.Parse(row[2], CultureInfo.InvariantCulture), row[3]))
        .ToDictionary(call => call.Name);

    private static readonly HashSet<string> LastNames = [.. Calls.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..])];

    /// <summary>Whether a call of that last name can be in the table at all; spares the resolution of all others.</summary>
    public static bool MayBe(string? lastName) => lastName is not null && LastNames.Contains(lastName);

    public static OutboundCall? Find(string? qualifiedName)
    {
        if (qualifiedName is null) return null;
        if (qualifiedName.StartsWith("requests.api.", StringComparison.Ordinal)) qualifiedName = "requests." + qualifiedName["requests.api.".Length..];
        qualifiedName = qualifiedName.Replace("requests.sessions.Session", "requests.Session").Replace("requests.session.", "requests.Session.");
        return Calls.GetValueOrDefault(qualifiedName);
    }
}
