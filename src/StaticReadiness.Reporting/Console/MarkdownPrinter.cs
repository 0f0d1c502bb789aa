using System.Text.RegularExpressions;

namespace StaticReadiness.Reporting.Console;

/// <summary>Prints a help page on a terminal: the little Markdown that help pages use.</summary>
public static partial class MarkdownPrinter
{
    public static void Print(StyledWriter writer, string markdown)
    {
        var paragraph = new List<string>();
        var isFenced = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush(writer, paragraph);
                isFenced = !isFenced;
            }
            else if (isFenced) PrintCode(writer, line);
            else if (line.StartsWith('#')) PrintHeading(writer, line, paragraph);
            else if (line.StartsWith('|')) PrintRow(writer, line, paragraph);
            else if (ItemMark().IsMatch(line))
            {
                Flush(writer, paragraph);
                paragraph.Add(line);
            }
            else if (line.Length > 0) paragraph.Add(paragraph.Count == 0 ? line : line.Trim());
            else
            {
                Flush(writer, paragraph);
                writer.WriteLine();
            }
        }

        Flush(writer, paragraph);
    }

    private static void PrintHeading(StyledWriter writer, string line, List<string> paragraph)
    {
        Flush(writer, paragraph);
        writer.WriteLine(line.TrimStart('#').Trim().Replace("`", ""), TextStyle.Path);
    }

    private static void PrintCode(StyledWriter writer, string line)
    {
        writer.Write("    ");
        var expanded = line.Replace("\t", "    ");
        var comment = expanded.TrimStart().StartsWith('#') ? 0 : expanded.IndexOf("  # ", StringComparison.Ordinal);
        if (comment < 0) writer.WriteLine(expanded);
        else
        {
            writer.Write(expanded[..comment]);
            writer.WriteLine(expanded[comment..], TextStyle.Dim);
        }
    }

    private static void PrintRow(StyledWriter writer, string line, List<string> paragraph)
    {
        Flush(writer, paragraph);
        if (!RowRule().IsMatch(line)) writer.WriteLine("  " + line.Trim('|').Trim());
    }

    private static void Flush(StyledWriter writer, List<string> paragraph)
    {
        if (paragraph.Count == 0) return;
        var text = string.Join(' ', paragraph);
        var mark = ItemMark().Match(text).Length;
        writer.WriteProse(Link().Replace(text, "$1 ($2)").Replace("**", ""), mark, 0);
        paragraph.Clear();
    }

    [GeneratedRegex(@"^\s*(?:[-*]|\d+\.)\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"^\|[-:| ]+\|$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowRule();

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)\s]+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
