using System.Collections.Immutable;
using System.Text.Json.Serialization;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>What one file says by itself about its module: plain data that can be stored by the file's content.</summary>
/// <param name="Path">The path relative to the repository's root.</param>
/// <param name="IsPackage">True for an <c>__init__.py</c>.</param>
/// <param name="Imports">The imports in order of the source.</param>
/// <param name="Names">The names bound at the top level.</param>
/// <param name="ExportedNames">The names in <c>__all__</c>, or null when the file has none or computes it.</param>
/// <param name="DottedStrings">The strings that may name a module, or something in one: <c>"shop.urls"</c>.</param>
public sealed record ModuleSummary(string Path, bool IsPackage, ImmutableArray<ImportRecord> Imports, ImmutableArray<string> Names, ImmutableArray<string>? ExportedNames, ImmutableArray<string> DottedStrings)
{
    [JsonIgnore]
    internal SymbolTable? SymbolTable { get; init; }

    public static ModuleSummary Create(SyntaxTree tree)
    {
        var table = SymbolTable.Bind(tree);
        var isPackage = tree.Path.EndsWith("/__init__.py", StringComparison.Ordinal) || tree.Path is "__init__.py" || tree.Path.EndsWith("/__init__.pyi", StringComparison.Ordinal);
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var symbol in table.Root.Symbols)
            if (symbol.BindingCount > 0 && !symbol.IsInlined) names.Add(symbol.Name);
        return new ModuleSummary(tree.Path, isPackage, ImportCollector.Collect(table.Imports), names.ToImmutable(), ExportList.Find(table.Root), [.. table.DottedStrings]) { SymbolTable = table };
    }

    /// <summary>True when <c>from module import *</c> takes the name.</summary>
    public bool Exports(string name) => ExportedNames is { } all ? all.Contains(name) : !name.StartsWith('_');
}
