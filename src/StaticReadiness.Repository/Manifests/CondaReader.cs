using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads conda's environment.yml: match specifications, and the pip requirements nested in them (conda documentation, Managing environments).</summary>
public static class CondaReader
{
    public static Manifest Read(string path, SourceText text)
    {
        var yaml = YamlDocuments.Parse(text);
        var builder = new ManifestBuilder(path, text, ManifestKind.Conda);
        builder.AddErrors(yaml.Errors);
        builder.ProjectName = yaml.Mapping?.GetString("name");
        foreach (var channel in yaml.Mapping?.GetSequence("channels")?.Items ?? [])
            if (channel.AsString() is { } name) builder.Options.Add(new ManifestOption("channel", name, path, channel.Span));
        foreach (var item in yaml.Mapping?.GetSequence("dependencies")?.Items ?? []) ReadItem(builder, item);
        return builder.Build();
    }

    private static void ReadItem(ManifestBuilder builder, ConfigurationNode item)
    {
        if (item.AsString() is { } specification) ReadSpecification(builder, specification, item.Span);
        else if (item is ConfigurationMapping table && table["pip"] is ConfigurationSequence list)
        {
            foreach (var requirement in list.Items)
            {
                if (requirement.AsString() is { } line) RequirementsReader.ReadLine(builder, line, requirement.Span, DependencyGroup.Runtime);
                else builder.Notice("a requirement is expected", requirement.Span);
            }
        }
        else builder.Notice("a package or a list of pip requirements is expected", item.Span);
    }

    private static void ReadSpecification(ManifestBuilder builder, string specification, TextSpan span)
    {
        var plain = specification.Split('#')[0].Trim();
        var channel = plain.IndexOf("::", StringComparison.Ordinal);
        var body = channel < 0 ? plain : plain[(channel + 2)..];
        var end = body.IndexOfAny([' ', '=', '<', '>', '!', '~', '[']);
        var name = end < 0 ? body : body[..end];
        var version = end < 0 ? "" : body[end..].Split('[')[0].Trim();
        if (!PackageName.IsValid(name.TrimStart('_')))
        {
            builder.Notice($"`{specification}` is no conda package", span);
            return;
        }

        if (name == "python")
        {
            builder.RequiresPython ??= version.Length == 0 ? null : ReadVersion(version)?.Text ?? version;
            return;
        }

        var constraint = ReadVersion(version);
        if (constraint is null) builder.Notice($"`{version}` is no version of conda's", span);
        builder.Dependencies.Add(new DeclaredDependency
        {
            Name = PackageName.Normalize(name),
            Constraint = constraint ?? VersionConstraint.Any,
            Group = DependencyGroup.Runtime,
            Source = new DependencySource(DependencySourceKind.Conda, channel < 0 ? "" : plain[..channel]),
            File = builder.Path,
            Span = span,
        });
    }

    /// <summary>conda's <c>=1.2</c> means 1.2.*, <c>==1.2</c> exactly that; a second <c>=</c> names the build.</summary>
    private static VersionConstraint? ReadVersion(string version)
    {
        if (version.Length == 0 || version == "*") return VersionConstraint.Any;
        var alternatives = version.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadAlternative).ToList();
        return alternatives.Contains(null) ? null : new VersionConstraint(string.Join("||", alternatives), [.. alternatives.OfType<VersionSpecifierSet>()]);
    }

    private static VersionSpecifierSet? ReadAlternative(string version)
    {
        var parts = new List<string>();
        foreach (var clause in version.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = clause.Replace(" ", "", StringComparison.Ordinal);
            if (text == "*") continue;
            if (text.StartsWith("==", StringComparison.Ordinal)) parts.Add(WithoutBuild(text, 2));
            else if (text.StartsWith('=')) parts.Add(text.IndexOf('=', 1) is var build && build > 0 ? $"=={text[1..build]}" : Prefix(text[1..]));
            else if (char.IsAsciiDigit(text[0])) parts.Add(text.Contains('*') ? Prefix(text) : $"=={WithoutBuild(text, 0)}");
            else parts.Add(text.EndsWith(".*", StringComparison.Ordinal) && text[0] is '<' or '>' ? text[..^2] : text);
        }

        return VersionSpecifierSet.TryParse(string.Join(',', parts), out var set) ? set : null;
    }

    private static string Prefix(string version) => $"=={version.TrimEnd('*').TrimEnd('.')}.*";

    private static string WithoutBuild(string text, int from) => text.IndexOf('=', from) is var build && build > 0 ? text[..build] : text;
}
