namespace StaticReadiness.Dev.Oracle;

/// <summary>A source and what CPython 3.13 makes of it; a case file holds many, each source followed by a line <c>&gt;&gt;&gt; verdict</c> and a blank line.</summary>
internal sealed record RefusalCase(string Source, Verdict Expected)
{
    private const string Marker = ">>> ";

    public static List<RefusalCase> ReadAll(string content)
    {
        var cases = new List<RefusalCase>();
        var start = 0;
        for (var marker = FindMarker(content, 0); marker >= 0; marker = FindMarker(content, start))
        {
            var end = content.IndexOf('\n', marker) is >= 0 and var found ? found : content.Length;
            cases.Add(new RefusalCase(content[start..marker], Verdict.Parse(content[(marker + Marker.Length)..end])));
            start = Math.Min(end + 2, content.Length);
        }

        return cases;
    }

    public static string WriteAll(IEnumerable<RefusalCase> cases) => string.Join('\n', cases.Select(item => $"{item.Source}{Marker}{item.Expected}\n"));

    private static int FindMarker(string content, int from)
    {
        var found = content.IndexOf("\n" + Marker, from, StringComparison.Ordinal);
        return found < 0 ? -1 : found + 1;
    }
}
