using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>The functions whose input chooses the code that runs, from a data table.</summary>
internal static class Deserialisers
{
    private static readonly Dictionary<string, Deserialiser> ByName =
        EmbeddedTable.Read("deserialisers.tsv").Select(row => new Deserialiser(row[0], row[1], row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToDictionary(row => row.Name);

    private static readonly HashSet<string> LastNames = [.. ByName.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..])];

    private static readonly HashSet<string> UnsafeLoaders = ["Loader", "UnsafeLoader", "CLoader", "CUnsafeLoader"];

    public static Deserialiser? Find(Call call, SemanticModel model) =>
        call.Function.LastName() is { } last && LastNames.Contains(last) && model.GetQualifiedName(call.Function) is { } name ? ByName.GetValueOrDefault(name) : null;

    /// <summary>Whether the arguments leave the function as unsafe as it can be.</summary>
    public static bool IsUnsafe(Deserialiser reader, Call call, SemanticModel model)
    {
        if (reader.Form == "call") return true;
        if (reader.Form == "loader")
            return !call.HasUnpacking() && (call.Argument(1, "Loader") is not { } loader || (UnsafeLoaders.Contains(loader.LastName() ?? "") && model.GetQualifiedName(loader)?.StartsWith("yaml.", StringComparison.Ordinal) == true));
        var (keyword, isTrue) = reader.Form.Split('=') is [var name, var value] ? (name, value == "True") : ("", false);
        var given = call.KeywordValue(keyword);
        return isTrue ? given.IsTrue() : given.IsFalse();
    }

    /// <summary>Whether the file also writes the format: a program that reads back what it wrote chose the code itself.</summary>
    public static bool IsWrittenBeside(Deserialiser reader, SemanticModel model) =>
        reader.Writers.Length > 0 && model.Tree.Root.DescendantsAndSelf().OfType<Call>().Any(call =>
            call.Function.LastName() is { } last && reader.Writers.Contains(last)
            && (last == "to_pickle" || model.GetQualifiedName(call.Function)?.StartsWith(reader.Library, StringComparison.Ordinal) == true));
}
