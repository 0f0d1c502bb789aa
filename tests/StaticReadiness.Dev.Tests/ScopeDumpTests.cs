using System.Text.Json;
using StaticReadiness.Dev.Dumping;

namespace StaticReadiness.Dev.Tests;

public sealed class ScopeDumpTests
{
    /// <summary>The expected file was written by CPython 3.13.0's symtable from the same source (the oracle's <c>scopes</c>).</summary>
    [Fact]
    public void Scopes_and_symbols_are_those_of_CPython()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Data");
        var source = SourceFile.Read(Path.Combine(folder, "scopes.py"));
        source.Error.ShouldBeNull();
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "scopes.json")));
        using var actual = JsonDocument.Parse(ScopeDump.Write(source.Tree!, isIndented: false));
        var expectedTables = Flatten(expected.RootElement, "top").ToList();
        var actualTables = Flatten(actual.RootElement, "top").ToList();
        actualTables.Select(t => t.Place).ShouldBe(expectedTables.Select(t => t.Place));
        for (var i = 0; i < expectedTables.Count; i++) actualTables[i].Symbols.ShouldBe(expectedTables[i].Symbols, expectedTables[i].Place);
        expectedTables.Count.ShouldBeGreaterThan(25);
    }

    private static IEnumerable<(string Place, List<string> Symbols)> Flatten(JsonElement table, string place)
    {
        place += $" > {table.GetProperty("type")} {table.GetProperty("name")}:{table.GetProperty("line")}";
        yield return (place, [.. table.GetProperty("symbols").EnumerateObject().Select(s => $"{s.Name}: {string.Join(' ', s.Value.EnumerateArray())}").Order(StringComparer.Ordinal)]);
        foreach (var child in table.GetProperty("children").EnumerateArray())
            foreach (var inner in Flatten(child, place)) yield return inner;
    }
}
