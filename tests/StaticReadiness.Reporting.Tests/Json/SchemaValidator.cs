using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StaticReadiness.Reporting.Tests.Json;

/// <summary>Validates JSON against the keywords of JSON Schema that our schemas use; an unknown keyword is an error, not ignored.</summary>
internal sealed class SchemaValidator(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "$defs", "title", "description"];

    private readonly List<string> errors = [];

    public static IReadOnlyList<string> Validate(string schema, string instance)
    {
        var root = JsonNode.Parse(schema)!.AsObject();
        var validator = new SchemaValidator(root);
        validator.Check(root, JsonNode.Parse(instance), "$");
        return validator.errors;
    }

    private bool Check(JsonObject schema, JsonNode? value, string path)
    {
        var before = errors.Count;
        foreach (var (keyword, rule) in schema)
        {
            if (Annotations.Contains(keyword)) continue;
            if (!Holds(keyword, rule!, schema, value, path)) errors.Add($"{path}: {keyword} {rule!.ToJsonString()} does not hold for {value?.ToJsonString() ?? "null"}");
        }

        return errors.Count == before;
    }

    private bool Holds(string keyword, JsonNode rule, JsonObject schema, JsonNode? value, string path) => keyword switch
    {
        "type" => (rule is JsonArray types ? types.Select(static t => t!.GetValue<string>()) : [rule.GetValue<string>()]).Any(t => HasType(value, t)),
        "properties" => value is not JsonObject o || rule.AsObject().All(p => !o.ContainsKey(p.Key) || Check(p.Value!.AsObject(), o[p.Key], $"{path}.{p.Key}")),
        "required" => value is not JsonObject o || rule.AsArray().All(p => o.ContainsKey(p!.GetValue<string>())),
        "additionalProperties" => value is not JsonObject o || o.All(p => schema["properties"]!.AsObject().ContainsKey(p.Key)),
        "items" => value is not JsonArray a || a.Select((item, i) => Check(rule.AsObject(), item, $"{path}[{i}]")).All(static ok => ok),
        "$ref" => Check(root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, path),
        "enum" => rule.AsArray().Any(e => JsonNode.DeepEquals(e, value)),
        "const" => JsonNode.DeepEquals(rule, value),
        "anyOf" => rule.AsArray().Any(s => Try(s!.AsObject(), value, path)),
        "minimum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<double>() >= rule.GetValue<double>(),
        "maximum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<double>() <= rule.GetValue<double>(),
        "pattern" => value?.GetValueKind() != JsonValueKind.String || Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(1)),
        _ => throw new NotSupportedException($"The validator does not know the keyword {keyword}."),
    };

    private bool Try(JsonObject schema, JsonNode? value, string path)
    {
        var before = errors.Count;
        var holds = Check(schema, value, path);
        errors.RemoveRange(before, errors.Count - before);
        return holds;
    }

    private static bool HasType(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && value.GetValue<double>() % 1 == 0,
        _ => throw new NotSupportedException(type),
    };
}
