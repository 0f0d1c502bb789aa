using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Evidence;

/// <summary>Reads and checks an evidence file.</summary>
internal sealed class EvidenceReader(SourceText text)
{
    /// <summary>Scorecard's checks go up to ten (https://github.com/ossf/scorecard/blob/main/docs/checks.md); -1 stands for "could not tell".</summary>
    private const double ScorecardMaximum = 10;

    private readonly List<ConfigurationError> errors = [];

    public EvidenceFile Read()
    {
        var json = JsonText.Parse(text);
        errors.AddRange(json.Errors);
        if (json.Root is not ConfigurationMapping root)
        {
            if (errors.Count == 0) Report("an evidence file is a JSON object", json.Root?.Span ?? default);
            return new EvidenceFile(text, [], [], [.. errors]);
        }

        if (root.ContainsKey("scorecard") && root.GetSequence("checks") is { } checks) return new EvidenceFile(text, [], [ReadScorecard(root, checks)], [.. errors]);
        foreach (var entry in root.Entries)
            if (entry.Key is not ("$schema" or "facts" or "tools")) Report($"`{entry.Key}` is no part of an evidence file: `facts` and `tools` are", entry.KeySpan);
        var facts = ReadList(root, "facts", ReadFact);
        var tools = ReadList(root, "tools", ReadTool);
        return new EvidenceFile(text, facts, tools, [.. errors]);
    }

    private ImmutableArray<T> ReadList<T>(ConfigurationMapping owner, string key, Func<ConfigurationMapping, T?> read) where T : class
    {
        if (owner[key] is not { } node) return [];
        if (node is not ConfigurationSequence list)
        {
            Report($"`{key}` is a list", node.Span);
            return [];
        }

        foreach (var item in list.Items)
            if (item is not ConfigurationMapping) Report($"an item of `{key}` is an object", item.Span);
        return [.. list.Mappings.Select(read).OfType<T>()];
    }

    private EvidenceFact? ReadFact(ConfigurationMapping fact)
    {
        if (fact.GetString("id") is not { Length: > 0 } id) return Refuse<EvidenceFact>("a fact has an `id`", fact.Span);
        if (fact["value"] is not ConfigurationScalar { Kind: not ConfigurationScalarKind.Null } value) return Refuse<EvidenceFact>($"the fact `{id}` has no `value`", fact.Span);
        if (fact.GetString("source") is not { Length: > 0 } source) return Refuse<EvidenceFact>($"the fact `{id}` does not say its `source`", fact.Span);
        var number = value.Number ?? (value.Boolean is { } truth ? truth ? 1 : 0 : null);
        return new EvidenceFact(id, number, value.Text, source, ReadDate(fact["date"]), value.Span);
    }

    private ToolResult? ReadTool(ConfigurationMapping tool)
    {
        if (tool.GetString("name") is not { Length: > 0 } name) return Refuse<ToolResult>("a tool has a `name`", tool.Span);
        var maximum = (tool["maximum"] as ConfigurationScalar)?.Number ?? 1;
        if (maximum <= 0) return Refuse<ToolResult>($"the `maximum` of `{name}` is not above 0", tool["maximum"]!.Span);
        var checks = ReadList(tool, "checks", check => ReadCheck(check, maximum));
        return new ToolResult(name, tool["version"]?.AsText(), ReadDate(tool["date"]), tool.GetString("subject"), ReadScore(tool["score"], maximum), checks);
    }

    private ToolResult ReadScorecard(ConfigurationMapping root, ConfigurationSequence checks) => new(
        "OSSF Scorecard", root.At("scorecard", "version")?.AsText(), ReadDate(root["date"]), root.GetString("repo", "name"), ReadScore(root["score"], ScorecardMaximum),
        [.. checks.Mappings.Select(check => ReadCheck(check, ScorecardMaximum)).OfType<ToolCheck>()]);

    private ToolCheck? ReadCheck(ConfigurationMapping check, double maximum) => check.GetString("name") is { Length: > 0 } name
        ? new ToolCheck(name, ReadScore(check["score"], maximum), check.GetString("reason") ?? "", check["name"]!.Span)
        : Refuse<ToolCheck>("a check has a `name`", check.Span);

    private Answer<double> ReadScore(ConfigurationNode? node, double maximum)
    {
        if (node is null or ConfigurationScalar { Kind: ConfigurationScalarKind.Null }) return Answers.Unknown<double>("the tool gave no score");
        if (node is not ConfigurationScalar { Number: { } number }) return RefuseScore("a score is a number", node.Span);
        if (number < 0) return Answers.Unknown<double>("the tool could not tell");
        return number <= maximum ? Answers.Known(number / maximum) : RefuseScore($"the score is above its maximum of {maximum.ToString(CultureInfo.InvariantCulture)}", node.Span);
    }

    private DateOnly? ReadDate(ConfigurationNode? node)
    {
        if (node?.AsText() is not { Length: > 0 } day) return null;
        if (DateOnly.TryParseExact(day.AsSpan(0, Math.Min(day.Length, 10)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Report($"`{day}` is no day written as 2026-01-31", node.Span);
        return null;
    }

    private Answer<double> RefuseScore(string message, TextSpan span)
    {
        Report(message, span);
        return Answers.Unknown<double>(message);
    }

    private T? Refuse<T>(string message, TextSpan span) where T : class
    {
        Report(message, span);
        return null;
    }

    private void Report(string message, TextSpan span) => errors.Add(new ConfigurationError(message, span));
}
