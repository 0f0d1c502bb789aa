using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analysis.Settings;

/// <summary>Reads the tables <c>[[knowledge.blocking]]</c>, <c>[[knowledge.offload]]</c> and <c>[[knowledge.types]]</c>.</summary>
internal static class KnowledgeSettingsReader
{
    public static KnowledgeSettings Read(SettingsTable table)
    {
        var read = new KnowledgeSettings(
            [.. table.TableList("blocking").Select(ReadEffect).OfType<LibraryEffect>()],
            [.. table.TableList("offload").Select(ReadOffload).OfType<LibraryOffload>()],
            [.. table.TableList("types").Select(ReadType).OfType<LibraryType>()]);
        table.Close();
        return read;
    }

    private static LibraryEffect? ReadEffect(SettingsTable row)
    {
        var call = ReadName(row, "call", takesPatterns: true);
        var kind = row.Choice("kind", [.. LibraryWords.Kinds.Keys.Order(StringComparer.Ordinal)]) ?? "sdk";
        var weight = row.Choice("weight", "light", "medium", "heavy") ?? "heavy";
        var replacement = row.Text("replacement") ?? "";
        row.Close();
        return call is null ? null : new LibraryEffect(call, LibraryWords.Kinds[kind], LibraryWords.Weights[weight], replacement);
    }

    private static LibraryOffload? ReadOffload(SettingsTable row)
    {
        const int most = 20;
        var call = ReadName(row, "call");
        var form = row.Choice("form", [.. LibraryWords.Forms.Keys.Order(StringComparer.Ordinal)]) ?? "call";
        var argument = row.Integer("argument", -1, most) ?? 0;
        row.Close();
        return call is null ? null : new LibraryOffload(call, LibraryWords.Forms[form], argument);
    }

    private static LibraryType? ReadType(SettingsTable row)
    {
        var kind = row.Choice("kind", [.. LibraryType.Kinds.Order(StringComparer.Ordinal)]);
        var name = ReadName(row, "name");
        var value = row.Text("type") ?? "";
        if (kind is null) row.ErrorAt("kind", $"`{row.Name}` needs a `kind`: {string.Join(", ", LibraryType.Kinds.Order(StringComparer.Ordinal))}");
        row.Close();
        if (kind is null || name is null) return null;
        var type = new LibraryType(kind, name, value);
        try
        {
            if (kind is "alias" or "decorated" && value.Length == 0) throw new FormatException("a type is missing");
            type.AddTo(new LibraryKnowledge());
            return type;
        }
        catch (FormatException exception)
        {
            row.ErrorAt("type", $"`{row.Name}.type` cannot be read: {exception.Message}; write a class such as `acme.Client`");
            return null;
        }
    }

    private static string? ReadName(SettingsTable row, string key, bool takesPatterns = false)
    {
        if (row.Text(key) is not { } name)
        {
            if (!row.Has(key)) row.ErrorAt(key, $"`{row.Name}` needs a `{key}`: the dotted name as it is imported, such as `acme.client.fetch`");
            return null;
        }

        var parts = name.Split('.');
        var plain = takesPatterns && parts[^1] is "*" or "**" ? parts[..^1] : parts;
        if (parts.Length > 1 && plain.All(IsIdentifier)) return name;
        row.ErrorAt(key, $"`{row.Name}.{key}` must be a dotted name as it is imported, such as `acme.client.fetch`{(takesPatterns ? " or `acme.client.*`" : "")}, not `{name}`");
        return null;
    }

    private static bool IsIdentifier(string part) => part.Length > 0 && !char.IsAsciiDigit(part[0]) && part.All(c => char.IsLetterOrDigit(c) || c == '_');
}
