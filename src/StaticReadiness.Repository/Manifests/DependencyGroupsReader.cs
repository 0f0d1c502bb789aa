using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads <c>[dependency-groups]</c> (PEP 735); an include is followed to say what is wrong with it, its requirements count once, where they stand.</summary>
internal static class DependencyGroupsReader
{
    public static void Read(ManifestBuilder builder, ConfigurationMapping? groups)
    {
        if (groups is null) return;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups.Entries)
        {
            var normalized = Dependencies.PackageName.Normalize(group.Key);
            if (!names.TryAdd(normalized, group.Key)) builder.Notice($"`{group.Key}` and `{names[normalized]}` are the same dependency group", group.KeySpan);
        }

        foreach (var group in groups.Entries) ReadGroup(builder, groups, group, names);
    }

    private static void ReadGroup(ManifestBuilder builder, ConfigurationMapping groups, ConfigurationEntry group, Dictionary<string, string> names)
    {
        // uv lets a group carry settings in a table of `[tool.uv.dependency-groups]`; a group itself is a list.
        if (group.Value is not ConfigurationSequence list)
        {
            builder.Notice("a dependency group is a list", group.Value.Span);
            return;
        }

        foreach (var item in list.Items)
        {
            if (item.AsString() is { } requirement) builder.AddRequirement(requirement, DependencyGroup.Development(group.Key), item.Span);
            else if (item is ConfigurationMapping table && table.GetString("include-group") is { } included) CheckInclude(builder, groups, group.Key, included, item, names);
            else builder.Notice("a dependency group holds requirements and `include-group` tables", item.Span);
        }
    }

    private static void CheckInclude(ManifestBuilder builder, ConfigurationMapping groups, string from, string included, ConfigurationNode item, Dictionary<string, string> names)
    {
        if (!names.TryGetValue(Dependencies.PackageName.Normalize(included), out var written))
        {
            builder.Notice($"the included dependency group `{included}` does not exist", item.Span);
            return;
        }

        if (Reaches(groups, written, from, names, new HashSet<string>(StringComparer.Ordinal)))
            builder.Notice($"dependency groups `{from}` and `{written}` include each other", item.Span);
    }

    private static bool Reaches(ConfigurationMapping groups, string start, string goal, Dictionary<string, string> names, HashSet<string> seen)
    {
        var pending = new Stack<string>([start]);
        while (pending.TryPop(out var group))
        {
            if (group == goal) return true;
            if (!seen.Add(group)) continue;
            foreach (var table in groups.GetSequence(group)?.Mappings ?? [])
                if (table.GetString("include-group") is { } next && names.TryGetValue(Dependencies.PackageName.Normalize(next), out var written)) pending.Push(written);
        }

        return false;
    }
}
