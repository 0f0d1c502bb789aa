namespace StaticReadiness.Repository.Dependencies;

/// <summary>Reads a tab-separated table embedded in this assembly: <c>#</c> begins a comment, the first other line names the columns.</summary>
internal static class EmbeddedTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"Dependencies/{name}") ?? throw new InvalidOperationException($"the table `{name}` is not embedded");
        using var reader = new StreamReader(stream);
        var header = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (!header) yield return line.Split('\t');
            header = false;
        }
    }
}
