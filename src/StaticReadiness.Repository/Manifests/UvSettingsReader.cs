using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads <c>[tool.uv]</c>: development requirements, constraints, sources, indexes and the workspace (uv documentation, Settings).</summary>
internal static class UvSettingsReader
{
    public static void Read(ManifestBuilder builder, ConfigurationMapping uv)
    {
        builder.AddRequirements(uv["dev-dependencies"], DependencyGroup.Development("dev"));
        AddConstraints(builder, uv["constraint-dependencies"], DependencyGroup.Runtime);
        AddConstraints(builder, uv["override-dependencies"], DependencyGroup.Runtime);
        AddConstraints(builder, uv["build-constraint-dependencies"], DependencyGroup.Build);
        foreach (var member in uv.GetSequence("workspace", "members")?.Items ?? [])
            if (member.AsString() is { } pattern) builder.WorkspaceMembers.Add(pattern);
        ApplySources(builder, uv.GetMapping("sources"));
        PyprojectReader.ReadSources(builder, uv.GetSequence("index"));
        AddOption(builder, uv, "index-url");
        AddOption(builder, uv, "extra-index-url");
        AddOption(builder, uv, "find-links");
    }

    private static void AddConstraints(ManifestBuilder builder, ConfigurationNode? list, DependencyGroup group)
    {
        foreach (var item in (list as ConfigurationSequence)?.Items ?? [])
        {
            var text = item.AsString() ?? (item as ConfigurationMapping)?.GetString("name");
            if (text is not null) builder.AddRequirement(text, group, item.Span, declared => declared.With(isConstraintOnly: true));
            else builder.Notice("a requirement in quotes is expected", item.Span);
        }
    }

    private static void AddOption(ManifestBuilder builder, ConfigurationMapping uv, string name)
    {
        var value = uv[name];
        var items = value is ConfigurationSequence list ? list.Items : value is null ? [] : [value];
        foreach (var item in items)
            if (item.AsString() is { } text) builder.Options.Add(new ManifestOption($"--{name}", text, builder.Path, item.Span));
    }

    private static void ApplySources(ManifestBuilder builder, ConfigurationMapping? sources)
    {
        foreach (var entry in sources?.Entries ?? [])
        {
            var name = PackageName.Normalize(entry.Key);
            var table = entry.Value as ConfigurationMapping ?? (entry.Value as ConfigurationSequence)?.Mappings.FirstOrDefault();
            if (table is null) builder.Notice($"the source of `{entry.Key}` is no table", entry.Value.Span);
            else ApplySource(builder, name, ReadSource(table));
        }
    }

    private static void ApplySource(ManifestBuilder builder, string name, DependencySource source)
    {
        for (var i = 0; i < builder.Dependencies.Count; i++)
            if (builder.Dependencies[i].Name == name) builder.Dependencies[i] = builder.Dependencies[i].With(source: source);
    }

    private static DependencySource ReadSource(ConfigurationMapping table)
    {
        var editable = table["editable"] is ConfigurationScalar { Boolean: true };
        if (table.GetString("git") is { } git)
            return new DependencySource(DependencySourceKind.VersionControl, git, table.GetString("rev") ?? table.GetString("tag") ?? table.GetString("branch"), editable);
        if (table.GetString("path") is { } path) return new DependencySource(DependencySourceKind.Path, path, null, editable);
        if (table.GetString("url") is { } url) return new DependencySource(DependencySourceKind.Url, url);
        if (table["workspace"] is ConfigurationScalar { Boolean: true }) return new DependencySource(DependencySourceKind.Workspace);
        return new DependencySource(DependencySourceKind.Index, table.GetString("index") ?? "");
    }
}
