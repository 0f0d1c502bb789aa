namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Recognises addresses and paths that are right on one machine or in one network only.</summary>
internal static class MachineAddress
{
    /// <summary>What a URL or path names, in words; null for one that is right everywhere.</summary>
    public static string? Describe(string text)
    {
        if (text[0] == '/') return InHome(text, "/home/", '/') || InHome(text, "/Users/", '/') ? "a path of one person's machine" : null;
        if (text.Length > 9 && text[1] == ':' && text[2] == '\\') return InHome(text[2..], "\\Users\\", '\\') ? "a path of one person's machine" : null;
        return HostOf(text) is { } host ? DescribeHost(host) : null;
    }

    private static bool InHome(string text, string home, char separator)
    {
        if (!text.StartsWith(home, StringComparison.Ordinal)) return false;
        var end = text.IndexOf(separator, home.Length);
        return end > home.Length && text.AsSpan(home.Length, end - home.Length) is not ("app" or "user" or "username" or "Shared" or "Public") && !text.AsSpan(home.Length, end - home.Length).ContainsAny("{}<>$%*");
    }

    private static string? HostOf(string url)
    {
        var mark = url.IndexOf("://", StringComparison.Ordinal);
        if (mark < 0) return null;
        var start = mark + 3;
        var end = start;
        while (end < url.Length && url[end] is not ('/' or ':' or '?' or '#')) end++;
        var host = url[start..end];
        return host.AsSpan().ContainsAny("{}<>$%*[]()\\ @") ? null : host;
    }

    private static string? DescribeHost(string host)
    {
        if (host is "localhost" or "127.0.0.1" or "0.0.0.0") return "a service on the same machine";
        if (host.EndsWith(".internal", StringComparison.Ordinal) && host is not ("host.docker.internal" or "metadata.google.internal") || host.EndsWith(".corp", StringComparison.Ordinal) || host.EndsWith(".lan", StringComparison.Ordinal) || host.EndsWith(".svc.cluster.local", StringComparison.Ordinal)) return "a host of one network";
        var parts = host.Split('.');
        if (parts.Length != 4 || !parts.All(part => byte.TryParse(part, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _))) return null;
        return parts[0] == "10" || (parts[0] == "192" && parts[1] == "168") || (parts[0] == "172" && int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) is >= 16 and <= 31) ? "a host of one network" : null;
    }
}
