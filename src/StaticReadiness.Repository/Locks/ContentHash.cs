using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Locks;

/// <summary>Recomputes the hash by which a lock file remembers its manifest.</summary>
public static class ContentHash
{
    private static readonly string[] PoetryLegacyKeys = ["dependencies", "source", "extras", "dev-dependencies"];
    private static readonly string[] PoetryProjectKeys = ["requires-python", "dependencies", "optional-dependencies"];
    private static readonly string[] PipfileSections = ["source", "packages", "dev-packages", "requires", "scripts", "pipfile", "pipenv", "default", "develop"];

    /// <summary>Whether poetry.lock's hash fits a pyproject.toml; each form that a release of Poetry has used is tried (Poetry, locker.py).</summary>
    public static bool MatchesPoetry(string contentHash, ConfigurationMapping pyproject) =>
        PoetryContents(pyproject).Any(content => string.Equals(Sha256(content), contentHash, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether Pipfile.lock's hash fits a Pipfile; null when the Pipfile names no source, for pipenv then hashes one of its own settings.</summary>
    public static bool? MatchesPipfile(string contentHash, ConfigurationMapping pipfile)
    {
        if (!pipfile.ContainsKey("source")) return null;
        var json = new StringBuilder();
        var content = new SortedDictionary<string, Action>(StringComparer.Ordinal);
        content["_meta"] = () =>
        {
            json.Append("{\"requires\":");
            WriteOrEmpty(json, pipfile["requires"], compact: true);
            json.Append(",\"sources\":");
            Write(json, pipfile["source"]!, compact: true);
            json.Append('}');
        };
        content["default"] = () => WriteOrEmpty(json, pipfile["packages"], compact: true);
        content["develop"] = () => WriteOrEmpty(json, pipfile["dev-packages"], compact: true);
        foreach (var entry in pipfile.Entries)
            if (!PipfileSections.Contains(entry.Key, StringComparer.Ordinal)) content[entry.Key] = () => Write(json, entry.Value, compact: true);
        WriteParts(json, content, compact: true);
        return string.Equals(Sha256(json.ToString()), contentHash, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> PoetryContents(ConfigurationMapping pyproject)
    {
        var poetry = pyproject.GetMapping("tool", "poetry");
        var project = PoetryProjectKeys.Where(key => pyproject.At("project", key) is not null).ToList();
        var groups = pyproject.GetMapping("dependency-groups") is { Entries.Count: > 0 } table ? table : null;
        // Poetry 2.2 and later count [dependency-groups], 2.0 and 2.1 [project], 1.x the Poetry table alone.
        if (groups is not null) yield return NestedContent(pyproject, poetry, project, groups);
        if (project.Count > 0) yield return NestedContent(pyproject, poetry, project, null);
        yield return PoetryTable(poetry, withMissing: true);
    }

    private static string NestedContent(ConfigurationMapping pyproject, ConfigurationMapping? poetry, List<string> projectKeys, ConfigurationMapping? groups)
    {
        var json = new StringBuilder();
        var content = new SortedDictionary<string, Action>(StringComparer.Ordinal);
        if (groups is not null) content["dependency-groups"] = () => Write(json, groups, compact: false);
        if (projectKeys.Count > 0)
        {
            content["project"] = () =>
            {
                var fields = new SortedDictionary<string, Action>(StringComparer.Ordinal);
                foreach (var key in projectKeys) fields[key] = () => Write(json, pyproject.At("project", key)!, compact: false);
                WriteParts(json, fields, compact: false);
            };
        }

        content["tool"] = () => json.Append("{\"poetry\": ").Append(PoetryTable(poetry, withMissing: false)).Append('}');
        WriteParts(json, content, compact: false);
        return json.ToString();
    }

    private static string PoetryTable(ConfigurationMapping? poetry, bool withMissing)
    {
        var json = new StringBuilder();
        var content = new SortedDictionary<string, Action>(StringComparer.Ordinal);
        foreach (var key in PoetryLegacyKeys.Append("group"))
        {
            var value = poetry?[key];
            if (value is not null) content[key] = () => Write(json, value, compact: false);
            else if (withMissing && key != "group") content[key] = () => json.Append("null");
        }

        WriteParts(json, content, compact: false);
        return json.ToString();
    }

    private static void WriteParts(StringBuilder json, SortedDictionary<string, Action> parts, bool compact)
    {
        json.Append('{');
        var first = true;
        foreach (var (key, write) in parts)
        {
            if (!first) json.Append(compact ? "," : ", ");
            first = false;
            WriteString(json, key);
            json.Append(compact ? ":" : ": ");
            write();
        }

        json.Append('}');
    }

    private static void WriteOrEmpty(StringBuilder json, ConfigurationNode? node, bool compact)
    {
        if (node is null) json.Append("{}");
        else Write(json, node, compact);
    }

    /// <summary>Writes as Python's json.dumps with sorted keys does: by default blanks behind separators and ASCII alone.</summary>
    private static void Write(StringBuilder json, ConfigurationNode node, bool compact)
    {
        switch (node)
        {
            case ConfigurationMapping mapping:
                var parts = new SortedDictionary<string, Action>(StringComparer.Ordinal);
                foreach (var entry in mapping.Entries) parts[entry.Key] = () => Write(json, entry.Value, compact);
                WriteParts(json, parts, compact);
                break;
            case ConfigurationSequence sequence:
                json.Append('[');
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    if (i > 0) json.Append(compact ? "," : ", ");
                    Write(json, sequence.Items[i], compact);
                }

                json.Append(']');
                break;
            case ConfigurationScalar { Kind: ConfigurationScalarKind.Integer or ConfigurationScalarKind.Boolean } scalar:
                json.Append(scalar.Text);
                break;
            case ConfigurationScalar { Number: { } number }:
                var text = number.ToString("R", CultureInfo.InvariantCulture);
                json.Append(text.AsSpan().IndexOfAny(".eEN∞") < 0 ? $"{text}.0" : text);
                break;
            case ConfigurationScalar scalar:
                WriteString(json, scalar.Text);
                break;
        }
    }

    private static void WriteString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                < ' ' or > '~' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
