using StaticReadiness.Analysis.Scoring;
using StaticReadiness.Analysis.Settings;

namespace StaticReadiness.Dev.Scaffolding;

/// <summary>The three files of a new rule, with its id from the catalogue and its criterion from the model.</summary>
internal sealed class RuleScaffold
{
    private const string Catalogue = "tests/StaticReadiness.Conventions.Tests/Data/catalogue.txt";
    private readonly string root;
    private readonly string folder;
    private readonly string id;
    private readonly string name;
    private readonly string dimension;
    private readonly string criterion;

    private RuleScaffold(string root, string folder, string id, string name, string dimension, string criterion)
    {
        this.root = root;
        this.folder = folder;
        this.id = id;
        this.name = name;
        this.dimension = dimension;
        this.criterion = criterion;
    }

    private string ClassName => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public static RuleScaffold Plan(string root, string folder, string name, string? criterion)
    {
        var model = ReadinessModel.Load();
        var dimensionId = string.Concat(folder.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
        var dimension = model.Dimensions.FirstOrDefault(dimension => dimension.Id == dimensionId)
            ?? throw new ScaffoldException($"there is no dimension {dimensionId}{NearestWord.Suggest(dimensionId, model.Dimensions.Select(dimension => dimension.Id))}");
        var id = FindId(root, name, dimension.Number);
        criterion ??= dimension.Criteria.FirstOrDefault(known => known.Rules.Contains(name))?.Id
            ?? throw new ScaffoldException($"no criterion of {dimensionId} lists {name}: add it to its TOML file, or give --criterion ({string.Join(", ", dimension.Criteria.Select(known => known.Id))})");
        return new RuleScaffold(root, folder, id, name, dimensionId, criterion);
    }

    /// <summary>Writes the files; refuses when one is there already.</summary>
    /// <returns>The paths written, relative to the root.</returns>
    public IEnumerable<string> Write()
    {
        var source = $"src/StaticReadiness.Analyzers/{folder}/{ClassName}";
        (string Path, string Content)[] files =
        [
            ($"{source}.cs", RuleTemplates.Source(folder, ClassName, id, name, dimension, criterion)),
            ($"{source}.md", RuleTemplates.HelpPage(name)),
            ($"tests/StaticReadiness.Analyzers.Tests/{folder}/{ClassName}.md", RuleTemplates.EdgeCases(name)),
        ];
        if (files.FirstOrDefault(file => File.Exists(Path.Combine(root, file.Path))) is { Path: not null } taken) throw new ScaffoldException($"{taken.Path} is there already");
        foreach (var (path, content) in files)
        {
            var full = Path.Combine(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, content);
            yield return path;
        }
    }

    private static string FindId(string root, string name, int dimension)
    {
        var entries = File.ReadLines(Path.Combine(root, Catalogue)).Where(line => line.StartsWith("SR", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToArray();
        if (entries.FirstOrDefault(entry => entry[1] == name) is { } known) return known[0];
        var next = entries.Select(entry => entry[0]).Where(id => id.StartsWith($"SR{dimension:D2}", StringComparison.Ordinal)).Max(id => int.Parse(id[4..])) + 1;
        throw new ScaffoldException($"{Catalogue} does not know {name}: add the line `SR{dimension:D2}{next:D2} {name}`");
    }
}
