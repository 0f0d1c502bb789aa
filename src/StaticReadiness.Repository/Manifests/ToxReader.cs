using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads the dependencies of tox environments (tox documentation, Configuration).</summary>
public static class ToxReader
{
    public static Manifest Read(string path, SourceText text)
    {
        var ini = IniText.Parse(text);
        var builder = new ManifestBuilder(path, text, ManifestKind.Tox);
        builder.AddErrors(ini.Errors);
        ReadSections(builder, ini);
        return builder.Build();
    }

    internal static void ReadSections(ManifestBuilder builder, IniText ini)
    {
        foreach (var section in ini.Root.Entries)
        {
            if (section.Value is not ConfigurationMapping table) continue;
            if (section.Key is "tox" or "tox:tox") ReadLines(builder, ini, table["requires"], DependencyGroup.Build);
            else if (section.Key == "testenv" || section.Key.StartsWith("testenv:", StringComparison.Ordinal))
                ReadLines(builder, ini, table["deps"], EnvironmentGroup(section.Key));
        }
    }

    /// <summary>Reads <c>[tool.tox]</c> of pyproject.toml: tox 4's own tables, or the INI text it may hold.</summary>
    internal static void ReadTable(ManifestBuilder builder, ConfigurationMapping tox)
    {
        var included = builder.Includes.Count;
        if (tox["legacy_tox_ini"] is ConfigurationScalar legacy) ReadLegacy(builder, legacy);
        ReadItems(builder, tox["requires"], DependencyGroup.Build);
        ReadItems(builder, tox.At("env_run_base", "deps"), DependencyGroup.Development("tox"));
        foreach (var environment in tox.GetMapping("env")?.Entries ?? [])
            ReadItems(builder, (environment.Value as ConfigurationMapping)?["deps"], DependencyGroup.Development(environment.Key));
        // An environment that installs a requirements file does not decide what the file is for.
        for (var i = included; i < builder.Includes.Count; i++) builder.Includes[i] = builder.Includes[i] with { Group = null };
    }

    // The places inside a string that escapes may have altered are not known: the whole string stands for them.
    private static void ReadLegacy(ManifestBuilder builder, ConfigurationScalar legacy)
    {
        var inner = new ManifestBuilder(builder.Path, SourceText.From(legacy.Text), ManifestKind.Tox);
        var ini = IniText.Parse(inner.Text);
        inner.AddErrors(ini.Errors);
        ReadSections(inner, ini);
        builder.Dependencies.AddRange(inner.Dependencies.Select(declared => declared.With(span: legacy.Span)));
        builder.Includes.AddRange(inner.Includes.Select(include => include with { Span = legacy.Span }));
        builder.Options.AddRange(inner.Options.Select(option => option with { Span = legacy.Span }));
        foreach (var notice in inner.Notices) builder.Notice(notice.Message, legacy.Span);
    }

    // A list of lines, or all of them in one string; tables refer to lists elsewhere, which count where they stand.
    private static void ReadItems(ManifestBuilder builder, ConfigurationNode? deps, DependencyGroup group)
    {
        foreach (var item in deps is ConfigurationSequence list ? list.Items : deps is null ? [] : [deps])
            foreach (var line in item.AsString()?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
                if (line[0] != '#') ReadLine(builder, line, group, item.Span);
    }

    private static DependencyGroup EnvironmentGroup(string section)
    {
        var name = section.Length > 8 ? section[8..] : "tox";
        return DependencyGroup.Development(name);
    }

    private static void ReadLines(ManifestBuilder builder, IniText ini, ConfigurationNode? deps, DependencyGroup group)
    {
        foreach (var (line, span) in ini.Lines(deps)) ReadLine(builder, line, group, span);
    }

    private static void ReadLine(ManifestBuilder builder, string line, DependencyGroup group, TextSpan span)
    {
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        if (comment >= 0) line = line[..comment].TrimEnd();
        line = DropFactor(line).Replace("{toxinidir}/", "", StringComparison.Ordinal).Replace("{tox_root}/", "", StringComparison.Ordinal);
        if (line.StartsWith("-r", StringComparison.Ordinal) || line.StartsWith("-c", StringComparison.Ordinal))
        {
            var target = line[2..].TrimStart(' ', '\t', '=');
            if (ManifestPath.Resolve(builder.Path, target) is { } resolved && !target.Contains('{')) builder.Includes.Add(new ManifestInclude(resolved, line[1] == 'c', group, span));
            else builder.Notice($"`{target}` is decided when tox runs, or lies outside the repository", span);
        }
        // Another environment's list counts where it stands.
        else if (line.Contains("{[", StringComparison.Ordinal)) return;
        else if (line.Length == 0) return;
        else if (line.StartsWith('-')) builder.Options.Add(new ManifestOption(line.Split([' ', '='], 2)[0], line, builder.Path, span));
        else if (line.Contains('{')) builder.Notice($"`{line}` is decided when tox runs", span);
        else if (DirectReference.IsReference(line) || line is "." or "..") builder.Options.Add(new ManifestOption("path", line, builder.Path, span));
        else builder.AddRequirement(line, group, span);
    }

    /// <summary>A line may begin with the factors it holds for, such as <c>py39,django42: x</c>.</summary>
    private static string DropFactor(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 && line.EndsWith(':')) colon = line.Length - 1;
        if (colon < 0) colon = FactorEnd(line);
        if (colon <= 0) return line;
        foreach (var c in line.AsSpan(0, colon))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or ',' or '.' or '!' or '{' or '}' or ' ')) return line;
        return line[(colon + 1)..].TrimStart();
    }

    private static int FactorEnd(string line)
    {
        var colon = line.IndexOf(':');
        return colon > 0 && colon + 1 < line.Length && (char.IsAsciiLetterOrDigit(line[colon + 1]) || line[colon + 1] == '-') && !line.Contains("://", StringComparison.Ordinal) ? colon : -1;
    }
}
