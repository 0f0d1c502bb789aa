using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Containers;

/// <summary>A compose file (https://github.com/compose-spec/compose-spec/blob/main/spec.md).</summary>
public sealed class ComposeFile
{
    private ComposeFile(SourceText text, ImmutableArray<ComposeService> services, ImmutableArray<ConfigurationError> errors)
    {
        Text = text;
        Services = services;
        Errors = errors;
    }

    public SourceText Text { get; }

    public ImmutableArray<ComposeService> Services { get; }

    public ImmutableArray<ConfigurationError> Errors { get; }

    public static ComposeFile Parse(SourceText text)
    {
        var documents = YamlDocuments.Parse(text);
        var services = ImmutableArray.CreateBuilder<ComposeService>();
        if (documents.Mapping?.GetMapping("services") is { } declared)
            foreach (var entry in declared.Entries)
                if (entry.Value is ConfigurationMapping definition) services.Add(Read(text, entry, definition));
        return new ComposeFile(text, services.DrainToImmutable(), documents.Errors);
    }

    public static bool IsComposeFile(RepositoryFile file)
    {
        var name = file.Name;
        return (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal))
            && (name.StartsWith("docker-compose", StringComparison.Ordinal) || name.StartsWith("compose.", StringComparison.Ordinal) || name.StartsWith("compose-", StringComparison.Ordinal)
                || name.EndsWith("-compose.yml", StringComparison.Ordinal) || name.EndsWith("-compose.yaml", StringComparison.Ordinal) || name.EndsWith(".compose.yml", StringComparison.Ordinal));
    }

    private static ComposeService Read(SourceText text, ConfigurationEntry entry, ConfigurationMapping definition) => new(entry.Key, entry.KeySpan, definition)
    {
        Commands = [.. CommandValue.Read(text, definition["entrypoint"]), .. CommandValue.Read(text, definition["command"])],
        Environment = ReadEnvironment(definition["environment"]),
    };

    private static ImmutableArray<EnvironmentSetting> ReadEnvironment(ConfigurationNode? node) => node switch
    {
        ConfigurationMapping mapping => [.. mapping.Entries.Select(e => Make(e.Key, e.KeySpan, e.Value as ConfigurationScalar))],
        ConfigurationSequence list => [.. list.Items.OfType<ConfigurationScalar>().Select(Split)],
        _ => [],
    };

    private static EnvironmentSetting Make(string name, TextSpan span, ConfigurationScalar? value) =>
        value is null || value.Kind == ConfigurationScalarKind.Null ? new EnvironmentSetting(name, null, span) : new EnvironmentSetting(name, value.Text, value.Span);

    private static EnvironmentSetting Split(ConfigurationScalar item) => item.Text.IndexOf('=') is var equals and > 0
        ? new EnvironmentSetting(item.Text[..equals], item.Text[(equals + 1)..], item.Span)
        : new EnvironmentSetting(item.Text, null, item.Span);
}
