using System.Collections.Immutable;
using StaticReadiness.Analysis.Scoring;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Reads what a settings file changes in the readiness model.</summary>
internal sealed class ModelSettingsReader(ReadinessModel model)
{
    private const int MaximumWeight = 3;

    public ModelOverrides Read(SettingsTable table)
    {
        var manual = table.Table("manual") is { } manuals ? ReadManualDimensions(manuals) : [];
        var dimensions = model.Dimensions.Select(dimension => dimension.Id).Concat(manual.Select(dimension => dimension.Id)).ToHashSet();
        var overrides = new ModelOverrides
        {
            ManualDimensions = manual,
            Profiles = table.Table("profiles") is { } profiles ? ReadProfiles(profiles, dimensions) : [],
            Mitigations = table.Table("mitigations") is { } mitigations ? ReadMitigations(mitigations, dimensions) : ModelOverrides.None.Mitigations,
        };
        if (table.Table("model") is not { } changes) return overrides;
        overrides = overrides with
        {
            Criteria = changes.Table("criteria") is { } criteria ? ReadCriteria(criteria) : ModelOverrides.None.Criteria,
            Caps = changes.Table("caps") is { } caps ? ReadCaps(caps) : ModelOverrides.None.Caps,
        };
        changes.Close();
        return overrides;
    }

    private ImmutableArray<ManualDimension> ReadManualDimensions(SettingsTable table)
    {
        var read = ImmutableArray.CreateBuilder<ManualDimension>();
        foreach (var (entry, dimension) in table.Tables())
        {
            var title = dimension.Text("title") ?? entry.Key;
            var weight = dimension.Integer("weight", 1, MaximumWeight) ?? 1;
            var score = dimension.Number("score", model.Scale.Minimum, model.Scale.Maximum);
            var reason = dimension.Text("reason");
            dimension.Close();
            if (model.Dimensions.Any(known => known.Id == entry.Key)) table.Error(entry, $"`{entry.Key}` is scored from evidence and cannot be set by hand");
            else if (score is null || string.IsNullOrWhiteSpace(reason)) table.Error(entry, $"`{dimension.Name}` needs a `score` and a `reason`");
            else read.Add(new ManualDimension(entry.Key, title, weight, score.Value, reason));
        }

        return read.ToImmutable();
    }

    private static ImmutableArray<Profile> ReadProfiles(SettingsTable table, HashSet<string> dimensions)
    {
        var read = ImmutableArray.CreateBuilder<Profile>();
        foreach (var (entry, profile) in table.Tables())
        {
            var title = profile.Text("title") ?? entry.Key;
            var breakers = profile.Strings("deal-breakers");
            var weights = ImmutableSortedDictionary.CreateBuilder<string, int>();
            if (profile.Table("weights") is { } weightTable)
            {
                foreach (var weight in weightTable.Entries)
                {
                    CheckDimension(weightTable, weight.Key, dimensions);
                    if (weightTable.Integer(weight.Key, 1, MaximumWeight) is { } value) weights[weight.Key] = value;
                }
            }

            foreach (var breaker in breakers)
                if (!weights.ContainsKey(breaker)) profile.ErrorAt("deal-breakers", $"the deal-breaker `{breaker}` has no weight in the profile{NearestWord.Suggest(breaker, weights.Keys)}");
            profile.Close();
            if (weights.Count == 0) table.Error(entry, $"`{profile.Name}` needs `weights` of dimensions");
            read.Add(new Profile(entry.Key, title, weights.ToImmutable(), breakers));
        }

        return read.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, string> ReadMitigations(SettingsTable table, HashSet<string> dimensions)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, string>();
        foreach (var (entry, reason) in table.Texts())
        {
            CheckDimension(table, entry.Key, dimensions);
            if (string.IsNullOrWhiteSpace(reason)) table.Error(entry, $"the mitigation of `{entry.Key}` needs a reason");
            else read[entry.Key] = reason;
        }

        return read.ToImmutable();
    }

    private ImmutableSortedDictionary<string, CriterionOverride> ReadCriteria(SettingsTable table)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, CriterionOverride>();
        foreach (var (entry, criterion) in table.Tables())
        {
            if (!model.CriterionIds.Contains(entry.Key)) table.Error(entry, $"there is no criterion `{entry.Key}`{NearestWord.Suggest(entry.Key, model.CriterionIds)}");
            read[entry.Key] = new CriterionOverride(
                criterion.Number("weight", 0.01, 100), criterion.Number("half", 0.001, 0.999), criterion.Number("each", 0, 1), criterion.Number("proof-share", 0, 1));
            criterion.Close();
        }

        return read.ToImmutable();
    }

    private ImmutableSortedDictionary<string, double> ReadCaps(SettingsTable table)
    {
        var known = model.Dimensions.SelectMany(dimension => dimension.Caps.Select(cap => $"{dimension.Id}/{cap.Rule}")).ToHashSet();
        var read = ImmutableSortedDictionary.CreateBuilder<string, double>();
        foreach (var entry in table.Entries)
        {
            if (!known.Contains(entry.Key)) table.Error(entry, $"there is no cap `{entry.Key}`{NearestWord.Suggest(entry.Key, known)}");
            if (table.Number(entry.Key, model.Scale.Minimum, model.Scale.Maximum) is { } maximum) read[entry.Key] = maximum;
        }

        return read.ToImmutable();
    }

    private static void CheckDimension(SettingsTable table, string id, HashSet<string> dimensions)
    {
        if (!dimensions.Contains(id)) table.ErrorAt(id, $"there is no dimension `{id}`{NearestWord.Suggest(id, dimensions)}");
    }
}
