using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads pyproject.toml: PEP 621 and PEP 735 tables and those of Poetry, PDM, Hatch, uv, Flit, setuptools, tox and pixi.</summary>
public static class PyprojectReader
{
    public static Manifest Read(string path, SourceText text) => Read(path, TomlDocument.Parse(text));

    /// <summary>Reads a document that is already parsed.</summary>
    public static Manifest Read(string path, TomlDocument document)
    {
        var builder = new ManifestBuilder(path, document.Text, ManifestKind.Pyproject);
        builder.AddErrors(document.Errors);
        ReadProject(builder, document.Root);
        DependencyGroupsReader.Read(builder, document.Root.GetMapping("dependency-groups"));
        builder.AddRequirements(document.Root.At("build-system", "requires"), DependencyGroup.Build);
        if (document.Root.GetMapping("tool") is { } tools) ReadTools(builder, document.Root, tools);
        return builder.Build();
    }

    private static void ReadProject(ManifestBuilder builder, TomlTable root)
    {
        if (root.GetMapping("project") is not { } project) return;
        builder.ProjectName = project.GetString("name");
        builder.ProjectVersion = project.GetString("version");
        builder.RequiresPython = project.GetString("requires-python");
        foreach (var field in project.GetSequence("dynamic")?.Items ?? [])
            if (field.AsString() is { } name) builder.Dynamic.Add(name);
        builder.AddRequirements(project["dependencies"], DependencyGroup.Runtime);
        foreach (var extra in project.GetMapping("optional-dependencies")?.Entries ?? [])
            builder.AddRequirements(extra.Value, DependencyGroup.Extra(extra.Key));
    }

    private static void ReadTools(ManifestBuilder builder, TomlTable root, ConfigurationMapping tools)
    {
        foreach (var tool in tools.Entries)
        {
            builder.Tools.Add(tool.Key);
            if (tool.Value is not ConfigurationMapping table) continue;
            switch (tool.Key)
            {
                case "poetry":
                    PoetryReader.Read(builder, table, hasProjectTable: root.ContainsKey("project"));
                    break;
                case "pdm":
                    ReadNamedGroups(builder, table.GetMapping("dev-dependencies"));
                    ReadSources(builder, table.GetSequence("source"));
                    break;
                case "hatch":
                    ReadHatch(builder, table, root.GetMapping("project"));
                    break;
                case "uv":
                    UvSettingsReader.Read(builder, table);
                    break;
                case "flit":
                    ReadFlit(builder, table);
                    break;
                case "setuptools":
                    ReadSetuptools(builder, table);
                    break;
                case "tox":
                    ToxReader.ReadTable(builder, table);
                    break;
                case "pixi":
                    PixiReader.Read(builder, table);
                    break;
            }
        }
    }

    private static void ReadNamedGroups(ManifestBuilder builder, ConfigurationMapping? groups)
    {
        foreach (var group in groups?.Entries ?? [])
        {
            foreach (var item in (group.Value as ConfigurationSequence)?.Items ?? [])
                ReadPdmItem(builder, item, DependencyGroup.Development(group.Key));
        }
    }

    // PDM writes editable requirements as "-e file:///${PROJECT_ROOT}/sub#egg=name".
    private static void ReadPdmItem(ManifestBuilder builder, ConfigurationNode item, DependencyGroup group)
    {
        if (item.AsString() is not { } text) builder.Notice("a requirement in quotes is expected", item.Span);
        else if (!text.StartsWith("-e ", StringComparison.Ordinal)) builder.AddRequirement(text, group, item.Span);
        else if (DirectReference.Read(text[3..].Trim(), isEditable: true) is { } reference)
        {
            builder.Dependencies.Add(new DeclaredDependency
            {
                Name = Dependencies.PackageName.Normalize(reference.Name),
                Extras = reference.Extras,
                Source = reference.Source,
                Group = group,
                File = builder.Path,
                Span = item.Span,
            });
        }
        else builder.Options.Add(new ManifestOption("--editable", text[3..].Trim(), builder.Path, item.Span));
    }

    internal static void ReadSources(ManifestBuilder builder, ConfigurationSequence? sources)
    {
        foreach (var source in sources?.Mappings ?? [])
            if (source["url"] is { } url && url.AsString() is { } location) builder.Options.Add(new ManifestOption("source", location, builder.Path, url.Span));
    }

    private static void ReadHatch(ManifestBuilder builder, ConfigurationMapping hatch, ConfigurationMapping? project)
    {
        foreach (var environment in hatch.GetMapping("envs")?.Entries ?? [])
        {
            if (environment.Value is not ConfigurationMapping table) continue;
            var group = DependencyGroup.Development(environment.Key);
            builder.AddRequirements(table["dependencies"], group);
            builder.AddRequirements(table["extra-dependencies"], group);
            CheckFeatures(builder, table, project);
        }

        builder.AddRequirements(hatch.At("build", "dependencies"), DependencyGroup.Build);
        foreach (var target in hatch.GetMapping("build", "targets")?.Entries ?? [])
            builder.AddRequirements((target.Value as ConfigurationMapping)?["dependencies"], DependencyGroup.Build);
    }

    // An environment takes extras of the project along; what they require counts once, where it stands.
    private static void CheckFeatures(ManifestBuilder builder, ConfigurationMapping environment, ConfigurationMapping? project)
    {
        if (project is null || builder.Dynamic.Contains("optional-dependencies", StringComparer.Ordinal)) return;
        var extras = (project.GetMapping("optional-dependencies")?.Entries ?? []).Select(extra => Dependencies.PackageName.Normalize(extra.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var item in environment.GetSequence("features")?.Items ?? [])
            if (item.AsString() is { } feature && !extras.Contains(Dependencies.PackageName.Normalize(feature))) builder.Notice($"the feature `{feature}` is no extra of the project", item.Span);
    }

    private static void ReadFlit(ManifestBuilder builder, ConfigurationMapping flit)
    {
        if (flit.GetMapping("metadata") is not { } metadata) return;
        builder.ProjectName ??= metadata.GetString("dist-name") ?? metadata.GetString("module");
        builder.RequiresPython ??= metadata.GetString("requires-python");
        builder.AddRequirements(metadata["requires"], DependencyGroup.Runtime);
        builder.AddRequirements(metadata["dev-requires"], DependencyGroup.Development("dev"));
        foreach (var extra in metadata.GetMapping("requires-extra")?.Entries ?? [])
            builder.AddRequirements(extra.Value, DependencyGroup.Extra(extra.Key));
    }

    private static void ReadSetuptools(ManifestBuilder builder, ConfigurationMapping setuptools)
    {
        if (setuptools.GetMapping("dynamic") is not { } dynamic) return;
        IncludeFiles(builder, dynamic["dependencies"], DependencyGroup.Runtime);
        foreach (var extra in dynamic.GetMapping("optional-dependencies")?.Entries ?? [])
            IncludeFiles(builder, extra.Value, DependencyGroup.Extra(extra.Key));
    }

    private static void IncludeFiles(ManifestBuilder builder, ConfigurationNode? directive, DependencyGroup group)
    {
        var file = (directive as ConfigurationMapping)?["file"];
        var items = file is ConfigurationSequence list ? list.Items : file is null ? [] : [file];
        foreach (var item in items)
        {
            if (item.AsString() is not { } name) continue;
            if (ManifestPath.Resolve(builder.Path, name) is { } target) builder.Includes.Add(new ManifestInclude(target, IsConstraint: false, group, item.Span));
            else builder.Notice($"`{name}` lies outside the repository and is not read", item.Span);
        }
    }
}
