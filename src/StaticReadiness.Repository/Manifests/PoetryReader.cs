using System.Collections.Immutable;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads <c>[tool.poetry]</c> of Poetry 1 and 2 (Poetry documentation, The pyproject.toml file).</summary>
internal static class PoetryReader
{
    public static void Read(ManifestBuilder builder, ConfigurationMapping poetry, bool hasProjectTable)
    {
        builder.ProjectName ??= poetry.GetString("name");
        if (!builder.Dynamic.Contains("version", StringComparer.Ordinal)) builder.ProjectVersion ??= poetry.GetString("version");
        var extras = ExtrasByPackage(poetry.GetMapping("extras"));
        // Beside [project], the table only enriches what that declares with sources and markers.
        var enriches = hasProjectTable && builder.Dependencies.Any(declared => declared.Group.IsRuntime);
        // Poetry 2 lets [tool.poetry.group.x.dependencies] enrich the [dependency-groups] entry of the same name.
        var standardGroups = builder.Dependencies.Where(declared => !declared.Group.IsRuntime).Select(declared => declared.Group.Name).ToHashSet(StringComparer.Ordinal);
        ReadTable(builder, poetry.GetMapping("dependencies"), DependencyGroup.Runtime, extras, enriches);
        ReadTable(builder, poetry.GetMapping("dev-dependencies"), DependencyGroup.Development("dev"), null);
        foreach (var group in poetry.GetMapping("group")?.Entries ?? [])
        {
            var inGroup = group.Key == "main" ? DependencyGroup.Runtime : DependencyGroup.Development(group.Key);
            ReadTable(builder, (group.Value as ConfigurationMapping)?.GetMapping("dependencies"), inGroup, null, enriches: standardGroups.Contains(group.Key));
        }

        CheckIncludedGroups(builder, poetry.GetMapping("group"));
        PyprojectReader.ReadSources(builder, poetry.GetSequence("source"));
    }

    // A group takes others along (Poetry 2.2); what they require counts once, where it stands. Names may also be those of [dependency-groups].
    private static void CheckIncludedGroups(ManifestBuilder builder, ConfigurationMapping? groups)
    {
        var known = (groups?.Entries ?? []).Select(group => group.Key).Concat(builder.Dependencies.Select(declared => declared.Group.Name)).Select(PackageName.Normalize).ToHashSet(StringComparer.Ordinal);
        foreach (var group in groups?.Entries ?? [])
        {
            foreach (var item in (group.Value as ConfigurationMapping)?.GetSequence("include-groups")?.Items ?? [])
            {
                if (item.AsString() is not { } included) continue;
                if (!known.Contains(PackageName.Normalize(included))) builder.Notice($"the included group `{included}` does not exist", item.Span);
                else if (PackageName.Normalize(included) == PackageName.Normalize(group.Key)) builder.Notice($"the group `{group.Key}` includes itself", item.Span);
            }
        }
    }

    private static Dictionary<string, string> ExtrasByPackage(ConfigurationMapping? extras)
    {
        var byPackage = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var extra in extras?.Entries ?? [])
        {
            foreach (var item in (extra.Value as ConfigurationSequence)?.Items ?? [])
                if (item.AsString() is { } name) byPackage.TryAdd(PackageName.Normalize(name), extra.Key);
        }

        return byPackage;
    }

    private static void ReadTable(ManifestBuilder builder, ConfigurationMapping? table, DependencyGroup group, Dictionary<string, string>? extras, bool enriches = false)
    {
        foreach (var entry in table?.Entries ?? [])
        {
            if (entry.Key == "python" && group.IsRuntime)
            {
                builder.RequiresPython ??= entry.Value.AsString();
                continue;
            }

            // Several constraints for one package stand in a list, each with its environment.
            var specifications = entry.Value is ConfigurationSequence list ? list.Items : [entry.Value];
            foreach (var specification in specifications) ReadEntry(builder, entry, specification, group, extras, enriches);
        }
    }

    private static void ReadEntry(
        ManifestBuilder builder, ConfigurationEntry entry, ConfigurationNode specification, DependencyGroup group, Dictionary<string, string>? extras, bool enriches)
    {
        // Poetry takes a key with extras in it ("celery[redis]") as it takes the table with an `extras` list.
        var bracket = entry.Key.IndexOf('[');
        var name = PackageName.Normalize(bracket < 0 ? entry.Key : entry.Key[..bracket].TrimEnd());
        var keyExtras = bracket < 0 ? [] : entry.Key[(bracket + 1)..].TrimEnd(']', ' ').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var table = specification as ConfigurationMapping;
        if (table?["optional"] is ConfigurationScalar { Boolean: true } && group.IsRuntime)
            group = DependencyGroup.Extra(extras?.GetValueOrDefault(name) ?? "optional");
        var source = table is null ? DependencySource.Index : ReadSource(table);
        if (enriches && Enrich(builder, name, group, source)) return;
        builder.Dependencies.Add(new DeclaredDependency
        {
            Name = name,
            Constraint = ReadConstraint(builder, entry.Key, table is null ? specification : table["version"], specification, source),
            Extras = [.. keyExtras, .. (table?.GetSequence("extras")?.Items ?? []).Select(item => item.AsString()).OfType<string>()],
            Marker = ReadMarker(builder, table),
            Group = group,
            Source = source,
            File = builder.Path,
            Span = entry.KeySpan,
        });
    }

    private static bool Enrich(ManifestBuilder builder, string name, DependencyGroup group, DependencySource source)
    {
        var found = false;
        for (var i = 0; i < builder.Dependencies.Count; i++)
        {
            var declared = builder.Dependencies[i];
            if (declared.Name != name || (declared.Group != group && declared.Group.Kind != DependencyGroupKind.Extra)) continue;
            found = true;
            if (source.Kind != DependencySourceKind.Index || source.Location.Length > 0) builder.Dependencies[i] = declared.With(source: source);
        }

        return found;
    }

    private static VersionConstraint ReadConstraint(ManifestBuilder builder, string name, ConfigurationNode? version, ConfigurationNode specification, DependencySource source)
    {
        if (version?.AsString() is { } text)
        {
            if (PoetryConstraintReader.TryRead(text, out var constraint)) return constraint;
            builder.Notice($"`{text}` is no version constraint of Poetry's", version.Span);
        }
        else if (version is not null || (specification is ConfigurationMapping && source.Kind == DependencySourceKind.Index))
            builder.Notice($"`{name}` has no version constraint", specification.Span);

        return VersionConstraint.Any;
    }

    private static Marker? ReadMarker(ManifestBuilder builder, ConfigurationMapping? table)
    {
        if (table?["markers"] is not { } node || node.AsString() is not { } text) return null;
        var marker = Marker.TryParse(text, out var error);
        if (marker is null) builder.Notice($"`{text}` is no environment marker: {error}", node.Span);
        return marker;
    }

    private static DependencySource ReadSource(ConfigurationMapping table)
    {
        var editable = table["develop"] is ConfigurationScalar { Boolean: true };
        if (table.GetString("git") is { } git)
            return new DependencySource(DependencySourceKind.VersionControl, git, table.GetString("rev") ?? table.GetString("tag") ?? table.GetString("branch"), editable);
        if (table.GetString("path") is { } path) return new DependencySource(DependencySourceKind.Path, path, null, editable);
        if (table.GetString("url") is { } url) return new DependencySource(DependencySourceKind.Url, url);
        return table.GetString("source") is { } index ? new DependencySource(DependencySourceKind.Index, index) : DependencySource.Index;
    }
}
