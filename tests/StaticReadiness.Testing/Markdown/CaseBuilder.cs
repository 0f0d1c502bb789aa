using System.Collections.Immutable;
using System.Globalization;
using Markdig.Syntax;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Evidence;

namespace StaticReadiness.Testing.Markdown;

/// <summary>Gathers what stands under one heading of a page.</summary>
internal sealed class CaseBuilder(string title, int line)
{
    private readonly List<CaseFile> files = [];
    private readonly List<Expectation> expectations = [];
    private MarkdownCase result = new(title, line);

    public void AddFence(string page, FencedCodeBlock fence)
    {
        var words = $"{fence.Arguments}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string? path = null;
        for (var i = 0; i < words.Length; i++)
        {
            // both `kind=library` and `kind: library` read naturally after the language
            var word = words[i].EndsWith(':') && i + 1 < words.Length ? words[i] + words[++i] : words[i];
            if (word.StartsWith("path=", StringComparison.Ordinal)) path = word[5..];
            else AddDirective(page, word);
        }

        var content = fence.Lines.ToString();
        if (fence.Info == "expect") AddExpectations(page, content);
        else if (fence.Info == "history") result = result with { History = HistoryFence.Read(page, content) };
        else if (fence.Info == "evidence") result = result with { Evidence = ReadEvidence(page, content) };
        else if (path is not null || fence.Info is "python" or "py") AddFile(page, path ?? DefaultPath(), content, fence.Line + 2);
    }

    public void AddComment(string page, string comment)
    {
        var text = comment.Trim();
        if (!text.StartsWith("<!--", StringComparison.Ordinal) || !text.EndsWith("-->", StringComparison.Ordinal)) return;
        foreach (var directive in text[4..^3].Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!directive.Contains(' ') || directive.Split(':')[0].IndexOf(' ') < 0) AddDirective(page, directive.Replace(" ", ""));
    }

    public void AddTo(ImmutableArray<MarkdownCase>.Builder cases)
    {
        if (files.Count == 0 && expectations.Count == 0 && result.Outcome is null && result.History is null) return;
        cases.Add(result with { Files = [.. files], Expectations = [.. expectations.Order(ExpectationComparer.Instance)] });
    }

    private static EvidenceFile ReadEvidence(string page, string content)
    {
        var evidence = EvidenceFile.Parse(SourceText.From(content));
        return evidence.Errors is [var error, ..] ? throw new FormatException($"{page}: {error.Message}") : evidence;
    }

    private string DefaultPath() => files.Any(file => file.Path == "app.py") ? $"app_{files.Count + 1}.py" : "app.py";

    private void AddFile(string page, string path, string content, int firstLine)
    {
        if (files.Any(file => file.Path == path)) throw new FormatException($"{page}:{firstLine}: `{path}` occurs twice in the case \"{title}\"");
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = ExpectComment.Strip(lines[i], out var rules);
            foreach (var rule in rules) expectations.Add(new Expectation(path, i + 1, rule));
        }

        var text = string.Join('\n', lines);
        // `⟨+⟩` joins the parts of a token, so that no page holds one that a scanner of this repository would take for real
        text = text.Replace("⟨+⟩", "", StringComparison.Ordinal);
        files.Add(new CaseFile(path, text.Length == 0 ? "" : text + "\n", firstLine));
    }

    // `path:12 rule-name`, `path rule-name` for a file as a whole, `rule-name` for the repository as a whole
    private void AddExpectations(string page, string content)
    {
        foreach (var entry in content.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = entry.LastIndexOf(' ');
            var place = space < 0 ? "" : entry[..space].Trim();
            var colon = place.LastIndexOf(':');
            var number = 0;
            if (colon >= 0 && !int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number))
                throw new FormatException($"{page}: `{entry}` names no line");
            expectations.Add(new Expectation(colon < 0 ? place : place[..colon], number, entry[(space + 1)..]));
        }
    }

    private void AddDirective(string page, string directive)
    {
        var split = directive.IndexOfAny([':', '=']);
        var key = split < 0 ? directive : directive[..split];
        var value = split < 0 ? "" : directive[(split + 1)..];
        result = key switch
        {
            "kind" => result with { Kind = Enum.Parse<ProjectKind>(value, ignoreCase: true) },
            "outcome" => result with { Outcome = Enum.Parse<RuleOutcome>(value.Replace("-", ""), ignoreCase: true) },
            "proves" => result with { Proofs = [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(criterion => criterion != "nothing")] },
            "opportunities" => result with { Opportunities = int.Parse(value, CultureInfo.InvariantCulture) },
            "today" => result with { Today = DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture) },
            "syntax-errors" => result with { AllowsSyntaxErrors = true },
            "option" when value.Split('=') is [var option, var setting] => result with { Options = result.Options.Add(option, setting) },
            _ => throw new FormatException($"{page}: `{directive}` in the case \"{title}\" is no directive (kind, outcome, proves, opportunities, today, syntax-errors, option: NAME=VALUE)"),
        };
    }
}
