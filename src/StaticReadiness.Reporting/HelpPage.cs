namespace StaticReadiness.Reporting;

/// <summary>Pieces of a rule's help page, which is Markdown.</summary>
public static class HelpPage
{
    /// <summary>The first paragraph under a heading, on one line; null when the page has none.</summary>
    public static string? Introduction(string markdown)
    {
        var paragraph = new List<string>();
        var isFenced = false;
        foreach (var line in markdown.Split('\n').Select(static l => l.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isFenced = !isFenced;
            else if (isFenced || line.StartsWith('#')) continue;
            else if (line.Length > 0) paragraph.Add(line);
            else if (paragraph.Count > 0) break;
        }

        return paragraph.Count == 0 ? null : string.Join(' ', paragraph);
    }

    /// <summary>The page without the marks that only Markdown needs.</summary>
    public static string ToPlainText(string markdown)
    {
        var lines = new List<string>();
        var isFenced = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isFenced = !isFenced;
            else if (isFenced) lines.Add(line.Length == 0 ? "" : "    " + line);
            else lines.Add(line.TrimStart('#').TrimStart());
        }

        return string.Join('\n', lines).Trim();
    }
}
