using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Analysis.Scoring;

/// <summary>Reads the model from the TOML files the product embeds; a test proves that they can be read.</summary>
internal static class ModelReader
{
    private static readonly ImmutableArray<ProjectKind> AllKinds = [.. Enum.GetValues<ProjectKind>()];

    public static ReadinessModel ReadEmbedded()
    {
        var model = Open("model.toml");
        var scale = ReadScale(Table(model, "scale"));
        var profiles = Open("profiles.toml");
        return new ReadinessModel(
            scale,
            [.. Strings(Table(model, "dimensions"), "order").Select(id => ReadDimension(Open($"{id}.toml"), scale))],
            [.. Table(profiles, "profiles").Entries.Select(entry => ReadProfile(entry.Key, (ConfigurationMapping)entry.Value))],
            Text(profiles, "default"));
    }

    private static Scale ReadScale(ConfigurationMapping table) =>
        new(Number(table, "minimum"), Number(table, "maximum"), Number(table, "deal-breaker"), Number(table, "default-half"));

    private static Dimension ReadDimension(ConfigurationMapping table, Scale scale) => new(
        Text(table, "id"),
        (int)Number(table, "number"),
        Text(table, "title"),
        Text(table, "question"),
        [.. Tables(table, "criteria").Select(criterion => ReadCriterion(criterion, scale))],
        [.. Tables(table, "caps").Select(ReadCap)]);

    private static Criterion ReadCriterion(ConfigurationMapping table, Scale scale) => new(
        Text(table, "id"),
        Text(table, "title"),
        Number(table, "weight"),
        Enum.Parse<Measure>(Text(table, "measure"), ignoreCase: true),
        table.ContainsKey("kinds") ? [.. Strings(table, "kinds").Select(kind => Enum.Parse<ProjectKind>(kind, ignoreCase: true))] : AllKinds,
        Strings(table, "rules"))
    {
        Judges = Strings(table, "judges"),
        Proofs = Strings(table, "proofs"),
        Half = Number(table, "half", scale.DefaultHalf),
        Each = Number(table, "each", 0),
        ProofShare = Number(table, "proof-share", 0),
    };

    private static Cap ReadCap(ConfigurationMapping table) => new(
        Text(table, "rule"),
        Number(table, "maximum"),
        table.GetString("severity") is { } severity ? Enum.Parse<DiagnosticSeverity>(severity, ignoreCase: true) : DiagnosticSeverity.Note,
        Text(table, "reason"));

    private static Profile ReadProfile(string id, ConfigurationMapping table) => new(
        id,
        Text(table, "title"),
        Table(table, "weights").Entries.ToImmutableSortedDictionary(entry => entry.Key, entry => (int)((ConfigurationScalar)entry.Value).Number!.Value),
        Strings(table, "deal-breakers"));

    private static TomlTable Open(string file)
    {
        using var stream = typeof(ModelReader).Assembly.GetManifestResourceStream($"model/{file}") ?? throw new InvalidDataException($"The model lacks {file}");
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var document = TomlDocument.Parse(buffer.ToArray());
        return document.Errors.IsEmpty ? document.Root : throw new InvalidDataException(document.Errors[0].Describe(document.Text, file));
    }

    private static ConfigurationMapping Table(ConfigurationMapping table, string key) => table.GetMapping(key) ?? throw Missing(key);

    private static IEnumerable<ConfigurationMapping> Tables(ConfigurationMapping table, string key) => table.GetSequence(key)?.Mappings ?? [];

    private static string Text(ConfigurationMapping table, string key) => table.GetString(key) ?? throw Missing(key);

    private static double Number(ConfigurationMapping table, string key, double? missing = null) =>
        (table[key] as ConfigurationScalar)?.Number ?? missing ?? throw Missing(key);

    private static ImmutableArray<string> Strings(ConfigurationMapping table, string key) =>
        table.GetSequence(key) is { } items ? [.. items.Items.Select(item => item.AsString() ?? throw Missing(key))] : [];

    private static InvalidDataException Missing(string key) => new($"The model lacks a proper `{key}`");
}
