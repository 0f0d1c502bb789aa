using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Reads the settings of a repository from its own file or from its pyproject.toml.</summary>
public sealed class SettingsReader
{
    public const string FileName = ".static-readiness.toml";
    public const string PyprojectFileName = "pyproject.toml";

    private readonly IReadOnlyList<DiagnosticDescriptor> rules;
    private readonly ReadinessModel model;

    private SettingsReader(IReadOnlyList<DiagnosticDescriptor> rules, ReadinessModel model)
    {
        this.rules = rules;
        this.model = model;
    }

    /// <summary>Reads one file; null when a pyproject.toml has no settings of ours.</summary>
    /// <param name="path">The file's path in messages; its name tells the two kinds of file apart.</param>
    public static SettingsReading? Read(string path, SourceText text, IReadOnlyList<DiagnosticDescriptor> rules, ReadinessModel model)
    {
        var document = TomlDocument.Parse(text);
        var isPyproject = path.EndsWith(PyprojectFileName, StringComparison.Ordinal);
        var table = isPyproject ? document.Root.GetMapping("tool", "static-readiness") : document.Root;
        if (table is null) return null;
        // a broken pyproject.toml is a matter for its own readers
        if (!isPyproject && !document.Errors.IsEmpty)
            return new SettingsReading(AnalysisSettings.Empty, [.. document.Errors.Select(error => error.Describe(text, path))]);
        var errors = new SettingsErrors(path, text);
        var settings = new SettingsReader(rules, model).Read(new SettingsTable(table, isPyproject ? "tool.static-readiness" : "", errors));
        return new SettingsReading(settings, errors.Messages);
    }

    private AnalysisSettings Read(SettingsTable table)
    {
        var overrides = new ModelSettingsReader(model).Read(table);
        var settings = new AnalysisSettings
        {
            Select = Selectors(table, "select"),
            ExtendSelect = Selectors(table, "extend-select"),
            Ignore = Selectors(table, "ignore"),
            Include = table.Strings("include"),
            Exclude = table.Strings("exclude"),
            Profile = table.Text("profile"),
            Kind = table.Choice("kind", "application", "library", "framework", "cli", "script") is { } kind ? Enum.Parse<ProjectKind>(kind, ignoreCase: true) : null,
            Projects = table.Strings("projects"),
            HonoursPeerComments = table.Flag("peer-comments"),
            FailLevel = table.Choice("fail-level", "note", "warning", "error", "never"),
            MinIndex = table.Number("min-index", model.Scale.Minimum, model.Scale.Maximum),
            PerFileIgnores = table.Table("per-file-ignores") is { } ignores ? ReadPerFileIgnores(ignores) : [],
            Rules = table.Table("rules") is { } ruleTables ? ReadRules(ruleTables) : AnalysisSettings.Empty.Rules,
            Knowledge = table.Table("knowledge") is { } knowledge ? KnowledgeSettingsReader.Read(knowledge) : KnowledgeSettings.None,
            Model = overrides,
        };
        CheckProfile(table, settings, overrides);
        table.Close();
        return settings;
    }

    private void CheckProfile(SettingsTable table, AnalysisSettings settings, ModelOverrides overrides)
    {
        var profiles = model.Profiles.Concat(overrides.Profiles).Select(profile => profile.Id).ToHashSet();
        if (settings.Profile is { } profile && !profiles.Contains(profile))
            table.ErrorAt("profile", $"there is no profile `{profile}`{NearestWord.SuggestOneOf(profile, profiles)}");
    }

    private ImmutableArray<string> Selectors(SettingsTable table, string key)
    {
        var selectors = table.Strings(key);
        foreach (var selector in selectors)
            if (!RuleSelector.IsKnown(selector, rules)) table.ErrorAt(key, $"`{key}` names no rule with `{selector}`{NearestWord.SuggestRule(selector, Words)}");
        return selectors;
    }

    private IEnumerable<string> Words => rules.SelectMany(rule => new[] { rule.Id, rule.Name, rule.Dimension });

    private ImmutableArray<PerFileIgnore> ReadPerFileIgnores(SettingsTable table) =>
        [.. table.Entries.Select(entry => new PerFileIgnore(entry.Key, Selectors(table, entry.Key)))];

    private ImmutableSortedDictionary<string, RuleSettings> ReadRules(SettingsTable table)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, RuleSettings>();
        foreach (var (entry, ruleTable) in table.Tables())
        {
            if (rules.FirstOrDefault(rule => rule.Name == entry.Key || rule.Id == entry.Key) is not { } rule)
            {
                table.Error(entry, $"there is no rule `{entry.Key}`{NearestWord.SuggestRule(entry.Key, rules.Select(rule => rule.Name))}");
                continue;
            }

            read[rule.Name] = ReadRule(ruleTable, rule);
        }

        return read.ToImmutable();
    }

    private static RuleSettings ReadRule(SettingsTable table, DiagnosticDescriptor rule)
    {
        var severity = table.Choice("severity", "note", "warning", "error");
        var options = ImmutableSortedDictionary.CreateBuilder<string, object>();
        foreach (var option in rule.Options)
            if (ReadOption(table, option) is { } value) options[option.Name] = value;
        table.Close();
        return new RuleSettings
        {
            Severity = severity is null ? null : Enum.Parse<DiagnosticSeverity>(severity, ignoreCase: true),
            Options = options.ToImmutable(),
        };
    }

    private static object? ReadOption(SettingsTable table, RuleOption option) => option switch
    {
        RuleOption<bool> => table.Flag(option.Name),
        RuleOption<int> => table.Integer(option.Name, 0, int.MaxValue),
        RuleOption<double> => table.Number(option.Name, 0, double.MaxValue),
        RuleOption<string> => table.Text(option.Name),
        RuleOption<ImmutableArray<string>> => table.Strings(option.Name) is { IsEmpty: false } strings ? strings : null,
        _ => throw new InvalidOperationException($"The option {option.Name} has a type no setting can have: {option.ValueType}"),
    };
}
