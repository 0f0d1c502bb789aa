using System.Collections.Immutable;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>A data table shipped inside the product: tab-separated, <c>#</c> starts a comment line, the first row names the columns.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a table, each as wide as its header; absent cells are empty.</summary>
    public static ImmutableArray<string[]> Read(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not embedded");
        using var reader = new StreamReader(stream);
        return Parse(name, reader);
    }

    internal static ImmutableArray<string[]> Parse(string name, TextReader reader)
    {
        var rows = ImmutableArray.CreateBuilder<string[]>();
        var width = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (width == 0)
            {
                width = cells.Length;
                continue;
            }

            if (cells.Length > width) throw new FormatException($"{name}: a row has {cells.Length} cells, the header {width}: {line}");
            if (cells.Length < width) cells = [.. cells, .. Enumerable.Repeat("", width - cells.Length)];
            rows.Add(cells);
        }

        return rows.ToImmutable();
    }
}
