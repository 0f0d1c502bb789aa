using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Reads requirements and constraints files in pip's format.</summary>
public static class RequirementsReader
{
    /// <summary>Options with an argument, by every spelling pip knows; the first is the name that is kept.</summary>
    private static readonly string[][] OptionsWithValue =
    [
        ["--requirement", "-r"], ["--constraint", "-c"], ["--editable", "-e"], ["--index-url", "-i", "--pypi-url"], ["--extra-index-url"],
        ["--find-links", "-f"], ["--no-binary"], ["--only-binary"], ["--trusted-host"], ["--use-feature"], ["--process-dependency-links"],
    ];

    private static readonly string[] Switches = ["--no-index", "--pre", "--prefer-binary", "--require-hashes", "--always-unzip", "-Z", "--use-wheel", "--no-use-wheel"];

    /// <summary>Reads one file; what it includes is listed, not opened.</summary>
    public static Manifest Read(string path, SourceText text, DependencyGroup? group = null, bool isConstraint = false)
    {
        var builder = new ManifestBuilder(path, text, ManifestKind.Requirements);
        var inGroup = group ?? DependencyGroup.FromFileName(path[(path.LastIndexOf('/') + 1)..]);
        foreach (var line in RequirementLineReader.Read(text))
        {
            ReadLine(builder, line.Content, line.Span, inGroup, isConstraint);
        }

        return builder.Build();
    }

    /// <summary>Reads one line that stands in another file, as pip would take it from a requirements file.</summary>
    internal static void ReadLine(ManifestBuilder builder, string content, TextSpan span, DependencyGroup group, bool isConstraint = false)
    {
        var line = new RequirementLine(content.Trim(), "", span);
        if (line.Content.Length == 0) return;
        if (line.Content[0] == '-') ReadOption(builder, line, group);
        else ReadRequirement(builder, line, group, isConstraint);
    }

    private static void ReadOption(ManifestBuilder builder, RequirementLine line, DependencyGroup group)
    {
        var words = CommandWords.Split(line.Content);
        for (var i = 0; i < words.Count; i++)
        {
            var (name, value) = SplitOption(words[i]);
            if (name is null)
            {
                var known = Switches.Contains(words[i], StringComparer.Ordinal);
                if (!known) builder.Notice($"`{words[i]}` is no option of a requirements file", line.Span);
                builder.Options.Add(new ManifestOption(words[i], "", builder.Path, line.Span));
                continue;
            }

            value ??= i + 1 < words.Count ? words[++i] : "";
            if (value.Length == 0) builder.Notice($"`{name}` lacks its argument", line.Span);
            else AddOption(builder, name, value, line.Span, group);
        }
    }

    private static (string? Name, string? Value) SplitOption(string word)
    {
        foreach (var spellings in OptionsWithValue)
        {
            foreach (var spelling in spellings)
            {
                if (!word.StartsWith(spelling, StringComparison.Ordinal)) continue;
                var rest = word[spelling.Length..];
                if (rest.Length == 0) return (spellings[0], null);
                if (rest[0] == '=') return (spellings[0], rest[1..]);
                if (spelling.Length == 2 && word[1] != '-') return (spellings[0], rest);
            }
        }

        return (null, null);
    }

    private static void AddOption(ManifestBuilder builder, string name, string value, TextSpan span, DependencyGroup group)
    {
        switch (name)
        {
            case "--requirement" or "--constraint":
                AddInclude(builder, value, name == "--constraint", span);
                break;
            case "--editable":
                AddReference(builder, value, span, group, isEditable: true);
                break;
            default:
                builder.Options.Add(new ManifestOption(name, value, builder.Path, span));
                break;
        }
    }

    private static void AddInclude(ManifestBuilder builder, string value, bool isConstraint, TextSpan span)
    {
        if (ManifestPath.Resolve(builder.Path, value) is { } target) builder.Includes.Add(new ManifestInclude(target, isConstraint, null, span));
        else
        {
            builder.Options.Add(new ManifestOption(isConstraint ? "--constraint" : "--requirement", value, builder.Path, span));
            builder.Notice($"`{value}` lies outside the repository and is not read", span);
        }
    }

    private static void ReadRequirement(ManifestBuilder builder, RequirementLine line, DependencyGroup group, bool isConstraint)
    {
        var (content, hashes) = SplitHashes(builder, line);
        if (Requirement.TryParse(content, out var requirement, out var error))
            builder.Dependencies.Add(Declare(DeclaredDependency.From(requirement, group, builder.Path, RequirementSpan(line, content)), hashes, isConstraint));
        else if (DirectReference.IsReference(content)) AddReference(builder, content, line.Span, group, isEditable: false, hashes);
        else if (content.Contains("${", StringComparison.Ordinal)) builder.Notice($"`{content}` is decided by an environment variable", line.Span);
        else builder.Notice($"`{content}` is no requirement: {error.Message}", line.Span);
    }

    private static TextSpan RequirementSpan(RequirementLine line, string content) => new(line.Span.Start, Math.Min(line.Span.Length, content.Length));

    private static DeclaredDependency Declare(DeclaredDependency declared, ImmutableArray<string> hashes, bool isConstraint) =>
        hashes.IsEmpty && !isConstraint ? declared : declared.With(hashes: hashes, isConstraintOnly: isConstraint);

    private static void AddReference(ManifestBuilder builder, string value, TextSpan span, DependencyGroup group, bool isEditable, ImmutableArray<string> hashes = default)
    {
        if (DirectReference.Read(value, isEditable) is not { } reference)
        {
            // A path without a name is the project itself or a neighbour: its own manifest says what it is.
            builder.Options.Add(new ManifestOption(isEditable ? "--editable" : "path", value, builder.Path, span));
            return;
        }

        builder.Dependencies.Add(new DeclaredDependency
        {
            Name = PackageName.Normalize(reference.Name),
            Extras = reference.Extras,
            Source = reference.Source,
            Marker = reference.Marker,
            Group = group,
            Hashes = hashes.IsDefault ? [] : hashes,
            File = builder.Path,
            Span = span,
        });
    }

    /// <summary>Parts a requirement from the options behind it, of which the hashes are kept.</summary>
    private static (string Content, ImmutableArray<string> Hashes) SplitHashes(ManifestBuilder builder, RequirementLine line)
    {
        var at = OptionStart(line.Content);
        if (at < 0) return (line.Content, []);
        var hashes = ImmutableArray.CreateBuilder<string>();
        var words = CommandWords.Split(line.Content[at..]);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.StartsWith("--hash", StringComparison.Ordinal))
            {
                var value = word.Length > 7 && word[6] == '=' ? word[7..] : i + 1 < words.Count ? words[++i] : "";
                hashes.Add(value);
            }
            else if (word.StartsWith("--", StringComparison.Ordinal)) builder.Options.Add(new ManifestOption(word, "", builder.Path, line.Span));
        }

        return (line.Content[..at].TrimEnd(), hashes.DrainToImmutable());
    }

    private static int OptionStart(string content)
    {
        for (var i = 1; i + 1 < content.Length; i++)
            if (content[i] == '-' && content[i + 1] == '-' && char.IsWhiteSpace(content[i - 1])) return i;
        return -1;
    }
}
