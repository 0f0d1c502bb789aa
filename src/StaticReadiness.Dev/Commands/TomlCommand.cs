using System.CommandLine;
using System.Text.Json;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev toml</c>: TOML on standard input, the toml-test suite's tagged JSON on standard output, exit 1 when it is not valid.</summary>
internal static class TomlCommand
{
    public static Command Create()
    {
        var version = new Option<string>("--toml") { Description = "The specification to hold the text to.", DefaultValueFactory = _ => "1.1" };
        version.AcceptOnlyFromAmong("1.0", "1.1");
        var command = new Command("toml", "Read TOML from standard input and write the toml-test suite's tagged JSON.") { version };
        command.SetAction(result => Run(result.GetValue(version) == "1.0" ? TomlVersion.V10 : TomlVersion.V11));
        return command;
    }

    private static int Run(TomlVersion version)
    {
        using var input = Console.OpenStandardInput();
        using var buffer = new MemoryStream();
        input.CopyTo(buffer);
        var document = TomlDocument.Parse(buffer.ToArray(), version);
        if (document.Errors.Length > 0)
        {
            foreach (var error in document.Errors) Console.Error.WriteLine(error.Describe(document.Text, "-"));
            return 1;
        }

        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        Write(writer, document.Root);
        return 0;
    }

    private static void Write(Utf8JsonWriter writer, ConfigurationNode node)
    {
        switch (node)
        {
            case ConfigurationMapping mapping:
                writer.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(writer, entry.Value);
                }

                writer.WriteEndObject();
                break;
            case ConfigurationSequence sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case ConfigurationScalar scalar:
                writer.WriteStartObject();
                writer.WriteString("type", Tag(scalar.Kind));
                writer.WriteString("value", scalar.Text);
                writer.WriteEndObject();
                break;
        }
    }

    private static string Tag(ConfigurationScalarKind kind) => kind switch
    {
        ConfigurationScalarKind.Integer => "integer",
        ConfigurationScalarKind.Float => "float",
        ConfigurationScalarKind.Boolean => "bool",
        ConfigurationScalarKind.OffsetDateTime => "datetime",
        ConfigurationScalarKind.LocalDateTime => "datetime-local",
        ConfigurationScalarKind.LocalDate => "date-local",
        ConfigurationScalarKind.LocalTime => "time-local",
        _ => "string",
    };
}
