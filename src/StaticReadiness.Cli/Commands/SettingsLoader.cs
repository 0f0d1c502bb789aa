using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analysis.Settings;

namespace StaticReadiness.Cli.Commands;

/// <summary>Reads the settings of a scan before its files are listed, for they say which files those are.</summary>
internal static class SettingsLoader
{
    public static AnalysisSettings Load(ScanRequest request, IReadOnlyList<DiagnosticDescriptor> rules) =>
        Read(request, rules).With(request.Settings);

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
        var reading = SettingsReader.Read(shown, InputFile.Read(file, shown, "a settings file"), rules, ReadinessModel.Load());
        if (reading is { Errors.IsEmpty: false }) throw new ConfigurationException(reading.Errors);
        return reading?.Settings;
    }
}
