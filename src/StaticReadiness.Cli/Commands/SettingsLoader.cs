using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Cli.Commands;

/// <summary>Finds and reads the settings of a scan, and lets the command line win.</summary>
internal static class SettingsLoader
{
    private const long MaxLength = 4 * 1024 * 1024;

    public static AnalysisSettings Load(ScanRequest request, IReadOnlyList<DiagnosticDescriptor> rules)
    {
        CheckSelectors("--select", request.Settings.Select, rules);
        CheckSelectors("--ignore", request.Settings.Ignore, rules);
        var settings = Read(request, rules).With(request.Settings);
        CheckProfile(settings);
        return settings;
    }

    private static AnalysisSettings Read(ScanRequest request, IReadOnlyList<DiagnosticDescriptor> rules)
    {
        if (request.ConfigPath is { } named)
            return ReadFile(named, named, rules) ?? throw new UsageException($"{named} has no table [tool.static-readiness]");
        if (!Directory.Exists(request.Path)) return AnalysisSettings.Empty;
        foreach (var name in new[] { SettingsReader.FileName, SettingsReader.PyprojectFileName })
        {
            var file = Path.Combine(request.Path, name);
            if (File.Exists(file) && ReadFile(file, name, rules) is { } settings) return settings;
        }

        return AnalysisSettings.Empty;
    }

    private static AnalysisSettings? ReadFile(string file, string shown, IReadOnlyList<DiagnosticDescriptor> rules)
    {
        var reading = SettingsReader.Read(shown, ReadText(file, shown), rules, ReadinessModel.Load());
        if (reading is { Errors.IsEmpty: false }) throw new ConfigurationException(reading.Errors);
        return reading?.Settings;
    }

    private static SourceText ReadText(string file, string shown)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > MaxLength }) throw new UsageException($"{shown} is too long for a settings file");
            return SourceText.From(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot read {shown}: {exception.Message}");
        }
    }

    private static void CheckSelectors(string option, IEnumerable<string> selectors, IReadOnlyList<DiagnosticDescriptor> rules)
    {
        foreach (var selector in selectors)
        {
            if (RuleSelector.IsKnown(selector, rules)) continue;
            var words = rules.SelectMany(static r => new[] { r.Name, r.Id, r.Dimension });
            throw new UsageException($"{option} names no rule with `{selector}`{NearestWord.Suggest(selector, words)}");
        }
    }

    private static void CheckProfile(AnalysisSettings settings)
    {
        var model = ReadinessModel.Load().With(settings.Model);
        if (settings.Profile is not { } profile || model.FindProfile(profile) is not null) return;
        throw new UsageException($"there is no profile `{profile}`; there are {string.Join(", ", model.Profiles.Select(static p => p.Id))}");
    }
}
