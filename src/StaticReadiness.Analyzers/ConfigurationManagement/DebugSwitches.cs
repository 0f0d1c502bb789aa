using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>The debug switches of frameworks and servers, from a data table.</summary>
internal static class DebugSwitches
{
    private static readonly ImmutableArray<DebugSwitch> Table =
        [.. EmbeddedTable.Read("debug-switches.tsv").Select(row => new DebugSwitch(row[0], row[1], row[2], row[3], row[4]))];

    private static readonly ILookup<string, DebugSwitch> ByLastName = Table.ToLookup(row => row.Name[(row.Name.LastIndexOf('.') + 1)..]);

    /// <summary>The switches a call has, each with the value it is given.</summary>
    public static IEnumerable<(DebugSwitch Switch, Expression Value)> Of(Call call, SyntaxTree tree, SemanticModel model) =>
        call.Function.LastName() is { } last && ByLastName.Contains(last) ? Find(last, call, tree, model) : [];

    private static IEnumerable<(DebugSwitch Switch, Expression Value)> Find(string last, Call call, SyntaxTree tree, SemanticModel model)
    {
        var qualified = model.GetQualifiedName(call.Function);
        var seen = new HashSet<string>();
        foreach (var row in ByLastName[last])
        {
            var applies = row.Form == "call" ? qualified == row.Name : call.Function is Python.Syntax.Attribute && Imports(tree, row.Package);
            if (!applies || !seen.Add(row.Keyword)) continue;
            var value = row.Keyword.Length == 0 ? call.Arguments.FirstOrDefault() : call.KeywordValue(row.Keyword);
            if (value is not null) yield return (row, value);
        }
    }

    private static bool Imports(SyntaxTree tree, string package) => tree.Root.Body.Any(statement => statement switch
    {
        Import import => import.Names.Any(alias => alias.Name == package),
        ImportFrom { Level: 0, Module: { } module } => module == package || module.StartsWith(package + ".", StringComparison.Ordinal),
        _ => false,
    });
}
