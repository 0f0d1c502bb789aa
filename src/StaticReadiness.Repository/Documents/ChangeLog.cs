using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Documents;

/// <summary>A change log, by its headings: Keep a Changelog's, Sphinx', GitHub's and the like.</summary>
public sealed class ChangeLog
{
    private static readonly string[] Stems = ["CHANGELOG", "CHANGES", "CHANGE_LOG", "CHANGE-LOG", "HISTORY", "NEWS", "RELEASES", "RELEASE_NOTES", "RELEASE-NOTES", "RELEASENOTES", "WHATSNEW", "CHANGE_HISTORY"];

    private static readonly string[] FragmentDirectories = ["newsfragments", "changelog.d", "changes", "news", "releasenotes/notes", ".changes", "docs/changelog", "docs/newsfragments", "CHANGES"];

    private ChangeLog(string path, SourceText text, ImmutableArray<ChangeLogEntry> entries)
    {
        Path = path;
        Text = text;
        Entries = entries;
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>The versions in the order they stand in.</summary>
    public ImmutableArray<ChangeLogEntry> Entries { get; }

    public PythonVersion? Latest => Entries.Where(e => e.Version is not null).Select(e => e.Version).Max();

    public static ChangeLog Read(Document document)
    {
        var entries = ImmutableArray.CreateBuilder<ChangeLogEntry>();
        foreach (var heading in document.Headings)
            if (ReadTitle(heading.Title) is var (version, date)) entries.Add(new ChangeLogEntry(version, date, heading.Title, heading.Span));
        if (entries.Count == 0) AddPlainLines(document.Text, entries);
        return new ChangeLog(document.Path, document.Text, entries.DrainToImmutable());
    }

    /// <summary>Whether a file is a change log by its name.</summary>
    public static bool IsChangeLog(RepositoryFile file)
    {
        var stem = System.IO.Path.GetFileNameWithoutExtension(file.Name);
        return (file.Directory.Length == 0 || file.Role == FileRoles.Documentation || file.Directory.EndsWith("docs", StringComparison.Ordinal))
            && System.IO.Path.GetExtension(file.Name).ToLowerInvariant() is ".md" or ".rst" or ".txt" or ".markdown" or ""
            && Stems.Contains(stem.ToUpperInvariant());
    }

    /// <summary>The fragments that towncrier, scriv or reno will join into the next section; empty for a project without them.</summary>
    public static ImmutableArray<RepositoryFile> FindFragments(RepositoryFiles files, string root) =>
    [
        .. from directory in FragmentDirectories
           from file in files.In(root.Length == 0 ? directory : $"{root}/{directory}")
           where file.Name.Contains('.') && char.IsAsciiLetterOrDigit(file.Name[0]) && !file.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase) && !file.IsPython
           select file,
    ];

    /// <summary>Reads headings such as <c>[1.2.0] - 2024-01-31</c>, <c>Version 1.2 (31 January 2024)</c>, <c>v1.2</c>, <c>name 1.2.3</c>, <c>Unreleased</c>.</summary>
    internal static (PythonVersion? Version, DateOnly? Date)? ReadTitle(string title)
    {
        var words = title.Split([' ', '\t', '(', ')', ',', ':', '–', '—', '|', '[', ']', '~', '*', '`'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length && i < 3; i++)
        {
            if (i == 0 && words[i].Equals("unreleased", StringComparison.OrdinalIgnoreCase)) return (null, null);
            var candidate = words[i].TrimEnd('.');
            if (!LooksLikeVersion(candidate) || DateOnly.TryParseExact(candidate, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) continue;
            if (PythonVersion.TryParse(candidate, out var version)) return (version, FindDate(words[(i + 1)..]));
        }

        return null;
    }

    private static bool LooksLikeVersion(string word) =>
        word.Contains('.') && (char.IsAsciiDigit(word[0]) || (word[0] is 'v' or 'V' && word.Length > 1 && char.IsAsciiDigit(word[1])));

    private static DateOnly? FindDate(string[] words)
    {
        foreach (var word in words)
            if (DateOnly.TryParseExact(word.Trim('-', '.'), ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        var line = string.Join(' ', words.Where(w => w is not ("-" or "released" or "Released" or "on")).Select(w => w.EndsWith("st", StringComparison.Ordinal) || w.EndsWith("nd", StringComparison.Ordinal) || w.EndsWith("rd", StringComparison.Ordinal) || w.EndsWith("th", StringComparison.Ordinal) ? (char.IsAsciiDigit(w[0]) ? w[..^2] : w) : w));
        return DateOnly.TryParseExact(line, ["MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "MMM. d yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var spelled) ? spelled : null;
    }

    /// <summary>Old text files set a version at the margin and what changed below it.</summary>
    private static void AddPlainLines(SourceText text, ImmutableArray<ChangeLogEntry>.Builder entries)
    {
        for (var i = 0; i < text.LineCount; i++)
        {
            var span = text.GetLineSpan(i);
            if (span.Length is 0 or > 80 || char.IsWhiteSpace(text[span.Start]) || text[span.Start] is '-' or '*') continue;
            var line = text.ToString(span);
            if (ReadTitle(line) is var (version, date) && (version is not null || line.Length < 20)) entries.Add(new ChangeLogEntry(version, date, line, span));
        }
    }
}
