using System.CommandLine;
using System.Text.Json;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Dev.Commands;

/// <summary><c>dev requirement LINE…</c>: each line read after PEP 508 and printed as one JSON object; exit 1 when one is no requirement.</summary>
internal static class RequirementCommand
{
    public static Command Create()
    {
        var lines = new Argument<string[]>("LINE") { Description = "A requirement such as 'django>=4.2; python_version < \"3.13\"'.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("requirement", "Print the parsed form of requirements as JSON.") { lines };
        command.SetAction(result => Run(result.GetValue(lines)!));
        return command;
    }

    private static int Run(string[] lines)
    {
        using var output = Console.OpenStandardOutput();
        var failed = false;
        foreach (var line in lines)
        {
            using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                failed |= !Write(writer, line);
            output.Write("\n"u8);
        }

        return failed ? 1 : 0;
    }

    private static bool Write(Utf8JsonWriter writer, string line)
    {
        var read = Requirement.TryParse(line, out var requirement, out var error);
        writer.WriteStartObject();
        writer.WriteString("line", line);
        if (requirement is null)
        {
            writer.WriteString("error", error!.Message);
            writer.WriteNumber("column", error.Span.Start + 1);
        }
        else
        {
            writer.WriteString("name", requirement.Name);
            writer.WriteString("normalizedName", requirement.NormalizedName);
            WriteList(writer, "extras", requirement.Extras);
            WriteList(writer, "specifiers", requirement.Specifiers.Clauses.Select(clause => clause.ToString()));
            writer.WriteString("url", requirement.Url);
            writer.WriteString("marker", requirement.Marker?.ToString());
            writer.WriteString("canonical", requirement.ToString());
        }

        writer.WriteEndObject();
        return read;
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) writer.WriteStringValue(item);
        writer.WriteEndArray();
    }
}
