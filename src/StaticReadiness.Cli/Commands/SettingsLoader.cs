using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analysis.Settings;
using StaticReadiness.Analysis.Suppression;
using StaticReadiness.Analyzers;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Cli.Commands;

/// <summary>Reads the settings of a repository before its files are listed, for they say which files those are.</summary>
internal static class SettingsLoader
{
    /// <summary>The settings in force: those of the named file or else of the repository, without those of the command line.</summary>
    /// <param name="path">The repository.</param>
    /// <param name="configPath">A settings file that replaces the repository's own, or null.</param>
    public static AnalysisSettings Load(string path, string? configPath)
    {
        IReadOnlyList<DiagnosticDescriptor> rules = [.. RuleCatalogue.All.Select(static rule => rule.Descriptor), .. SuppressionRules.All];
        if (configPath is { } named)
            return ReadFile(named, named, rules) ?? throw new UsageException($"{named} has no table [tool.static-readiness]");
        if (!Directory.Exists(path)) return AnalysisSettings.Empty;
        foreach (var name in new[] { SettingsReader.FileName, SettingsReader.PyprojectFileName })
        {
            var file = Path.Combine(path, name);
            if (File.Exists(file) && !IsPipe(file, name) && ReadFile(file, name, rules) is { } settings) return settings;
        }

        return AnalysisSettings.Empty;
    }

    // what a repository calls its settings could be a pipe, which would keep the scan waiting for ever
    private static bool IsPipe(string file, string name) => new FileInfo(file).Length == 0 && SpecialFiles.IsSpecial(file, name);

    private static AnalysisSettings? ReadFile(string file, string shown, IReadOnlyList<DiagnosticDescriptor> rules)
    {
        var reading = SettingsReader.Read(shown, InputFile.Read(file, shown, "a settings file"), rules, ReadinessModel.Load());
        if (reading is { Errors.IsEmpty: false }) throw new ConfigurationException(reading.Errors);
        return reading?.Settings;
    }
}
