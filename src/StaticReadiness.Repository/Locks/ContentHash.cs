using System.Security.Cryptography;
using System.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Locks;

/// <summary>Recomputes the hash by which a lock file remembers its manifest.</summary>
public static class ContentHash
{
    private static readonly string[] PoetryLegacyKeys = ["dependencies", "source", "extras", "dev-dependencies"];
    private static readonly string[] PoetryProjectKeys = ["requires-python", "dependencies", "optional-dependencies"];
    private static readonly string[] PipfileSections = ["source", "packages", "dev-packages", "requires", "scripts", "pipfile", "pipenv", "default", "develop"];

    /// <summary>Whether a lock's hash fits the manifest beside it; null where the lock has none or it cannot be recomputed.</summary>
    public static bool? Matches(LockFile found, ConfigurationMapping manifest) => found switch
    {
        { ContentHash: null or "" } => null,
        { Kind: LockKind.Poetry } => MatchesPoetry(found.ContentHash, manifest),
        { Kind: LockKind.Pipenv } => MatchesPipfile(found.ContentHash, manifest),
        { Kind: LockKind.Pdm } => MatchesPdm(found.ContentHash, manifest),
        _ => null,
    };

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
            PythonJson.WriteOrEmpty(json, pipfile["requires"], compact: true);
            json.Append(",\"sources\":");
            PythonJson.Write(json, pipfile["source"]!, compact: true);
            json.Append('}');
        };
        content["default"] = () => PythonJson.WriteOrEmpty(json, pipfile["packages"], compact: true);
        content["develop"] = () => PythonJson.WriteOrEmpty(json, pipfile["dev-packages"], compact: true);
        foreach (var entry in pipfile.Entries)
            if (!PipfileSections.Contains(entry.Key, StringComparer.Ordinal)) content[entry.Key] = () => PythonJson.Write(json, entry.Value, compact: true);
        PythonJson.WriteParts(json, content, compact: true);
        return string.Equals(Sha256(json.ToString()), contentHash, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether pdm.lock's hash fits a pyproject.toml (PDM, project_file.py); null where it counts the members of a workspace or a table that PDM converts first.</summary>
    public static bool? MatchesPdm(string contentHash, ConfigurationMapping pyproject)
    {
        const string Algorithm = "sha256:";
        if (!contentHash.StartsWith(Algorithm, StringComparison.Ordinal) || pyproject.GetMapping("project") is null || pyproject.At("tool", "pdm", "workspace") is not null) return null;
        return PdmContents(pyproject).Any(content => contentHash.AsSpan(Algorithm.Length).Equals(Sha256(content), StringComparison.OrdinalIgnoreCase));
    }

    // Lock format 4.4.2 and later count all of `resolution`, earlier ones its overrides alone; group names came to be normalised.
    private static IEnumerable<string> PdmContents(ConfigurationMapping pyproject)
    {
        yield return PdmContent(pyproject, "resolution", PackageName.Normalize);
        yield return PdmContent(pyproject, "overrides", PackageName.Normalize);
        yield return PdmContent(pyproject, "overrides", static name => name);
    }

    private static string PdmContent(ConfigurationMapping pyproject, string resolutionKey, Func<string, string> groupName)
    {
        var json = new StringBuilder();
        var settings = pyproject.GetMapping("tool", "pdm");
        var resolution = resolutionKey == "resolution" ? settings?["resolution"] : settings?["overrides"] ?? settings?.At("resolution", "overrides");
        var content = new SortedDictionary<string, Action>(StringComparer.Ordinal)
        {
            ["dependencies"] = () => WriteOr("[]", pyproject.At("project", "dependencies")),
            ["dev-dependencies"] = () => WritePdmGroups(json, pyproject, settings, groupName),
            ["optional-dependencies"] = () => WriteOr("{}", pyproject.At("project", "optional-dependencies")),
            ["requires-python"] = () => WriteOr("\"\"", pyproject.At("project", "requires-python")),
            [resolutionKey] = () => WriteOr("{}", resolution),
            ["sources"] = () => WriteOr("[]", settings?["source"]),
        };
        PythonJson.WriteParts(json, content, compact: false);
        return json.ToString();

        void WriteOr(string missing, ConfigurationNode? node)
        {
            if (node is null) json.Append(missing);
            else PythonJson.Write(json, node, compact: false);
        }
    }

    // The items stand as they are written: an include-group table is not followed.
    private static void WritePdmGroups(StringBuilder json, ConfigurationMapping pyproject, ConfigurationMapping? settings, Func<string, string> groupName)
    {
        var groups = new SortedDictionary<string, List<ConfigurationNode>>(StringComparer.Ordinal);
        foreach (var group in (pyproject.GetMapping("dependency-groups")?.Entries ?? []).Concat(settings?.GetMapping("dev-dependencies")?.Entries ?? []))
        {
            var name = groupName(group.Key);
            if (!groups.TryGetValue(name, out var items)) groups[name] = items = [];
            items.AddRange((group.Value as ConfigurationSequence)?.Items ?? []);
        }

        var parts = new SortedDictionary<string, Action>(StringComparer.Ordinal);
        foreach (var (name, items) in groups) parts[name] = () => PythonJson.WriteItems(json, items, compact: false);
        PythonJson.WriteParts(json, parts, compact: false);
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
        if (groups is not null) content["dependency-groups"] = () => PythonJson.Write(json, groups, compact: false);
        if (projectKeys.Count > 0)
        {
            content["project"] = () =>
            {
                var fields = new SortedDictionary<string, Action>(StringComparer.Ordinal);
                foreach (var key in projectKeys) fields[key] = () => PythonJson.Write(json, pyproject.At("project", key)!, compact: false);
                PythonJson.WriteParts(json, fields, compact: false);
            };
        }

        content["tool"] = () => json.Append("{\"poetry\": ").Append(PoetryTable(poetry, withMissing: false)).Append('}');
        PythonJson.WriteParts(json, content, compact: false);
        return json.ToString();
    }

    private static string PoetryTable(ConfigurationMapping? poetry, bool withMissing)
    {
        var json = new StringBuilder();
        var content = new SortedDictionary<string, Action>(StringComparer.Ordinal);
        foreach (var key in PoetryLegacyKeys.Append("group"))
        {
            var value = poetry?[key];
            if (value is not null) content[key] = () => PythonJson.Write(json, value, compact: false);
            else if (withMissing && key != "group") content[key] = () => json.Append("null");
        }

        PythonJson.WriteParts(json, content, compact: false);
        return json.ToString();
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
