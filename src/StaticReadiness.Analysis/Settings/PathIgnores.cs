using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analysis.Reports;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Answers which findings the settings suppress by their files.</summary>
internal sealed class PathIgnores(ImmutableArray<PerFileIgnore> ignores)
{
    public FindingSuppression? Find(Diagnostic finding)
    {
        foreach (var ignore in ignores)
        {
            if (ignore.Rules.Any(word => RuleSelector.Matches(word, finding.Descriptor)) && PathPattern.Matches(ignore.Pattern, finding.Location.Path))
                return new FindingSuppression("configuration", $"per-file-ignores of `{ignore.Pattern}`", null);
        }

        return null;
    }
}
