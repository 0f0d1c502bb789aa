using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Joins the settings of a repository with those of the command line.</summary>
public static class SettingsResolver
{
    /// <summary>The settings in force; a repository's own file wins over its pyproject.toml, the command line over both.</summary>
    /// <exception cref="ConfigurationException">Something in them is wrong.</exception>
    public static AnalysisSettings Resolve(
        RepositoryFiles files, bool readsRepository, AnalysisSettings overrides, IReadOnlyList<DiagnosticDescriptor> rules, ReadinessModel model)
    {
        var settings = overrides;
        if (readsRepository && ReadFrom(files, rules, model) is { } reading)
        {
            if (!reading.Errors.IsEmpty) throw new ConfigurationException(reading.Errors);
            settings = reading.Settings.With(overrides);
        }

        var missing = settings.Projects.Where(root => root != "." && !files.DirectoryExists(root.Trim('/'))).Select(root => $"`projects` names the folder `{root}`, which does not exist");
        var errors = Check(overrides, settings, rules, model).Concat(missing).ToImmutableArray();
        return errors.IsEmpty ? settings : throw new ConfigurationException(errors);
    }

    private static SettingsReading? ReadFrom(RepositoryFiles files, IReadOnlyList<DiagnosticDescriptor> rules, ReadinessModel model)
    {
        foreach (var name in new[] { SettingsReader.FileName, SettingsReader.PyprojectFileName })
        {
            if (files.TryGet(name) is not { } file) continue;
            var read = file.ReadText();
            if (!read.TryGet(out var text))
            {
                if (name == SettingsReader.FileName) return new SettingsReading(AnalysisSettings.Empty, [$"{name}: {read.Reason}"]);
                continue;
            }

            if (SettingsReader.Read(name, text, rules, model) is { } reading) return reading;
        }

        return null;
    }

    private static IEnumerable<string> Check(AnalysisSettings overrides, AnalysisSettings settings, IReadOnlyList<DiagnosticDescriptor> rules, ReadinessModel model)
    {
        foreach (var word in overrides.Select.Concat(overrides.ExtendSelect).Concat(overrides.Ignore))
        {
            if (!RuleSelector.IsKnown(word, rules))
                yield return $"`{word}` names no rule{NearestWord.SuggestRule(word, rules.SelectMany(rule => new[] { rule.Id, rule.Name, rule.Dimension }))}";
        }

        var profiles = model.With(settings.Model).Profiles.Select(profile => profile.Id).ToArray();
        if (overrides.Profile is { } profile && !profiles.Contains(profile)) yield return $"there is no profile `{profile}`{NearestWord.SuggestOneOf(profile, profiles)}";
    }
}
