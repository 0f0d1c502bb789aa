using System.Text.RegularExpressions;

namespace StaticReadiness.Reporting;

/// <summary>Pieces of a rule's help page: Markdown whose examples are also its tests.</summary>
public static partial class HelpPage
{
    private const string Fence = "```";

    /// <summary>The page as people read it: without the marks its tests go by; where examples are several files, their names stand above them.</summary>
    public static string ForReaders(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var result = new List<string>();
        var isFenced = false;
        var isDropped = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                if (!isDropped) result.Add(isFenced ? ExpectMark().Replace(lines[i], "") : lines[i]);
                continue;
            }

            if (isFenced)
            {
                if (!isDropped) result.Add(Fence);
                isFenced = isDropped = false;
                continue;
            }

            isFenced = true;
            isDropped = lines[i].StartsWith(Fence + "expect", StringComparison.Ordinal);
            if (isDropped) continue;
            if (PathMark().Match(lines[i]) is { Success: true } path && FilesInSection(lines, i) > 1) result.AddRange([$"`{path.Groups["path"].Value}`", ""]);
            result.Add(lines[i].Split(' ')[0]);
        }

        return BlankRun().Replace(string.Join('\n', result), "\n\n").TrimEnd() + "\n";
    }

    /// <summary>The first paragraph under a heading, on one line; null when the page has none.</summary>
    public static string? Introduction(string markdown)
    {
        var paragraph = new List<string>();
        var isFenced = false;
        foreach (var line in markdown.Split('\n').Select(static l => l.Trim()))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal)) isFenced = !isFenced;
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
            if (line.StartsWith(Fence, StringComparison.Ordinal)) isFenced = !isFenced;
            else if (isFenced) lines.Add(line.Length == 0 ? "" : "    " + line);
            else lines.Add(line.TrimStart('#').TrimStart());
        }

        return string.Join('\n', lines).Trim();
    }

    private static int FilesInSection(string[] lines, int index)
    {
        int first = index, last = index;
        while (first > 0 && !IsHeading(lines[first])) first--;
        while (last < lines.Length - 1 && !IsHeading(lines[last + 1])) last++;
        return lines[first..(last + 1)].Count(static l => PathMark().IsMatch(l));
    }

    // `#` alone also begins a comment of an example; headings of pages have two.
    private static bool IsHeading(string line) => line.StartsWith("## ", StringComparison.Ordinal);

    [GeneratedRegex(@"\s*# expect(?:-\w+)?:.*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExpectMark();

    [GeneratedRegex(@"^```.*\bpath=(?<path>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathMark();

    [GeneratedRegex(@"\n{3,}(?=```|#|[A-Z`])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlankRun();
}
