using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads setup.cfg's metadata and options (setuptools documentation, Declarative configuration) and the tox sections some keep there.</summary>
public static class SetupCfgReader
{
    public static Manifest Read(string path, SourceText text)
    {
        var ini = IniText.Parse(text);
        var builder = new ManifestBuilder(path, text, ManifestKind.SetupCfg);
        builder.AddErrors(ini.Errors);
        builder.ProjectName = ini.Root.GetString("metadata", "name");
        ReadVersion(builder, ini.Root.At("metadata", "version"));
        builder.RequiresPython = ini.Root.GetString("options", "python_requires");
        ReadList(builder, ini, ini.Root.At("options", "install_requires"), DependencyGroup.Runtime);
        ReadList(builder, ini, ini.Root.At("options", "setup_requires"), DependencyGroup.Build);
        ReadList(builder, ini, ini.Root.At("options", "tests_require"), DependencyGroup.Development("tests"));
        foreach (var extra in ini.Root.GetMapping("options.extras_require")?.Entries ?? [])
            ReadList(builder, ini, extra.Value, DependencyGroup.Extra(extra.Key));
        // distutils2 and pbr spell the same list otherwise.
        ReadList(builder, ini, ini.Root.At("metadata", "requires-dist"), DependencyGroup.Runtime);
        ToxReader.ReadSections(builder, ini);
        return builder.Build();
    }

    private static void ReadVersion(ManifestBuilder builder, ConfigurationNode? version)
    {
        if (version?.AsString() is not { } text) return;
        if (text.StartsWith("attr:", StringComparison.Ordinal) || text.StartsWith("file:", StringComparison.Ordinal)) builder.Dynamic.Add("version");
        else builder.ProjectVersion = text;
    }

    private static void ReadList(ManifestBuilder builder, IniText ini, ConfigurationNode? value, DependencyGroup group)
    {
        foreach (var (line, span) in ini.Lines(value))
        {
            if (line.StartsWith("file:", StringComparison.Ordinal))
            {
                Include(builder, line[5..], group, span);
                continue;
            }

            // A line may hold several requirements parted by semicolons only where none has a marker; setuptools takes it for one.
            builder.AddRequirement(StripComment(line), group, span);
        }
    }

    private static void Include(ManifestBuilder builder, string files, DependencyGroup group, TextSpan span)
    {
        foreach (var file in files.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (ManifestPath.Resolve(builder.Path, file) is { } target) builder.Includes.Add(new ManifestInclude(target, IsConstraint: false, group, span));
            else builder.Notice($"`{file}` lies outside the repository and is not read", span);
        }
    }

    private static string StripComment(string line)
    {
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? line : line[..comment].TrimEnd();
    }
}
