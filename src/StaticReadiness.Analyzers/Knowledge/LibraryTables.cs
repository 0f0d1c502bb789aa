using System.Collections.Immutable;
using System.Reflection;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>What StaticReadiness knows about libraries, read from the tables that are embedded beside this class.</summary>
public static class LibraryTables
{
    private static readonly Lazy<LibraryKnowledge> Loaded = new(() => LoadWith([], [], []));

    /// <summary>The knowledge of all embedded tables.</summary>
    public static LibraryKnowledge Knowledge => Loaded.Value;

    /// <summary>The qualified names whose call makes a web application.</summary>
    public static IReadOnlySet<string> ApplicationConstructors => FrameworkTables.Applications;

    /// <summary>The knowledge of the embedded tables and of rows of one's own in the same form, which win.</summary>
    /// <exception cref="InvalidDataException">A row is malformed; the message names its place.</exception>
    public static LibraryKnowledge LoadWith(IEnumerable<TableRow> types, IEnumerable<TableRow> effects, IEnumerable<TableRow> offloads)
    {
        var knowledge = new LibraryKnowledge();
        foreach (var row in Read("types.tsv").Concat(types)) AddType(knowledge, row);
        foreach (var row in EmbeddedTable.Read("connections.tsv").Where(row => row[3].Length == 0).Concat(EmbeddedTable.Read("closable-resources.tsv"))) knowledge.AddOpener(row[0]);
        foreach (var row in Read("blocking.tsv").Concat(effects)) AddEffect(knowledge, row);
        foreach (var row in Read("offload.tsv").Concat(offloads)) AddOffload(knowledge, row);
        return knowledge;
    }

    private static void AddType(LibraryKnowledge knowledge, TableRow row)
    {
        try
        {
            new LibraryType(row[0], row[1], row[2]).AddTo(knowledge);
        }
        catch (FormatException exception)
        {
            throw row.Error(exception.Message);
        }
    }

    private static void AddEffect(LibraryKnowledge knowledge, TableRow row)
    {
        if (!LibraryWords.Kinds.TryGetValue(row[1], out var kind)) throw row.Error($"`{row[1]}` is no kind of effect");
        if (!LibraryWords.Weights.TryGetValue(row[2], out var weight)) throw row.Error($"`{row[2]}` is no weight");
        knowledge.AddEffect(new LibraryEffect(row[0], kind, weight, row[3]));
    }

    private static void AddOffload(LibraryKnowledge knowledge, TableRow row)
    {
        if (!LibraryWords.Forms.TryGetValue(row[1], out var form)) throw row.Error($"`{row[1]}` is no form");
        knowledge.AddOffload(new LibraryOffload(row[0], form, int.TryParse(row[2], out var argument) ? argument : throw row.Error($"`{row[2]}` is no position")));
    }

    /// <summary>The rows of an embedded table, without comments and blank lines.</summary>
    public static ImmutableArray<TableRow> Read(string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Knowledge/" + table) ?? throw new InvalidOperationException($"the table `{table}` is not embedded");
        using var reader = new StreamReader(stream);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
            if (text.Length > 0 && text[0] != '#') rows.Add(new TableRow(table, line, text.Split('\t')));
        return rows.ToImmutable();
    }
}
