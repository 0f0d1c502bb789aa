using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Finds where a document says which Python is needed at least: <c>Python 3.9+</c>, <c>Python &gt;= 3.9</c>, <c>Python 3.9 or newer</c>.</summary>
internal static class PythonMentions
{
    private static readonly string[] NewerWords = ["or newer", "or later", "or higher", "or above", "or greater", "or up", "and above", "and up", "and newer", "and later", "and higher", "or more recent", "(or newer", "(or later", "(or higher", "or >", "minimum", "at least"];

    private static readonly string[] RequirementWords = ["requir", "need", "support", "prerequisite", "compatib", "minimum", "works with", "work with", "runs on", "run on", "tested with", "tested on", "must have", "install python", "have python", "ensure", "make sure", "written for"];

    // What another program or an option needs is not what the project needs.
    private static readonly string[] OtherSubjects = ["plugin", "extension", "driver", "optional", "feature", "only works", "windows", "if you", "when using", "on python", "for python", "with python", "under python", "pypy", "docker image", "lambda", "template", "typing", "since python", "client", "sdk", "pipx", "(requires"];

    public static IEnumerable<(PythonVersion Version, TextSpan Span)> Find(Document document)
    {
        var text = document.Text;
        for (var i = 0; i < text.LineCount; i++)
        {
            var span = text.GetLineSpan(i);
            var line = text.Slice(span);
            var at = line.IndexOf("Python", StringComparison.Ordinal);
            if (at < 0) continue;
            if (IsInCode(document, span) || !IsRequirement(document, span, line)) continue;
            if (Read(line, at) is var (version, length)) yield return (version, new TextSpan(span.Start + at, length));
        }
    }

    private static (PythonVersion Version, int Length)? Read(ReadOnlySpan<char> line, int at)
    {
        var position = at + "Python".Length;
        var isMinimum = Contains(line[..at], ["at least", "minimum"]);
        while (position < line.Length && (line[position] is ' ' or '*' or '`' or ':' or '(' or 'v' or ']' or '[' || line[position..].StartsWith("version"))) position += line[position] == 'v' && line[position..].StartsWith("version") ? "version".Length : 1;
        if (line[position..].StartsWith(">=") || line[position..].StartsWith("≥"))
        {
            isMinimum = true;
            position += line[position] == '>' ? 2 : 1;
            while (position < line.Length && line[position] == ' ') position++;
        }

        var end = position;
        while (end < line.Length && (char.IsAsciiDigit(line[end]) || (line[end] == '.' && end + 1 < line.Length && char.IsAsciiDigit(line[end + 1])))) end++;
        if (!PythonVersion.TryParse(line[position..end], out var version) || version is not { Major: 3, Release.Length: >= 2 }) return null;
        var rest = line[end..].TrimStart(" *`)");
        var length = end - at;
        if (end < line.Length && line[end] == '+') return (version, length + 1);
        if (rest.StartsWith("+")) return (version, length);
        foreach (var word in NewerWords)
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return (version, length);
        return isMinimum ? (version, length) : null;
    }

    // A line that says so, or an item that names nothing else below a heading about requirements.
    private static bool IsRequirement(Document document, TextSpan span, ReadOnlySpan<char> line)
    {
        if (Contains(line, OtherSubjects)) return false;
        if (Contains(line, RequirementWords)) return true;
        var trimmed = line.Trim();
        var isItem = trimmed.StartsWith("-") || trimmed.StartsWith("*") || (trimmed.Length > 0 && char.IsAsciiDigit(trimmed[0]));
        return isItem && trimmed.Length < 60 && DocumentTense.HeadingsAbove(document, span).Any(title => Contains(title, ["requir", "prerequisite", "install", "depend", "setup", "set up", "getting started", "quick", "develop", "need"]));
    }

    private static bool IsInCode(Document document, TextSpan span) => document.CodeBlocks.Any(block => block.Span.Start <= span.Start && span.End <= block.Span.End);

    private static bool Contains(ReadOnlySpan<char> content, string[] words)
    {
        foreach (var word in words)
            if (content.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
