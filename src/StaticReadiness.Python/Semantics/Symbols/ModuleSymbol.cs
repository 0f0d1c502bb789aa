using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>A module of the project: one file under its dotted name.</summary>
public sealed class ModuleSymbol : DeclaredSymbol
{
    // stands for what was not looked up yet
    private const string Unknown = "?";

    private string? scriptFolder = Unknown;
    private SymbolTable? symbolTable;
    private ImmutableArray<string> starImports;

    internal ModuleSymbol(Compilation compilation, ImmutableArray<string> importNames, SyntaxTree tree, ModuleSummary summary)
        : base(importNames[0][(importNames[0].LastIndexOf('.') + 1)..], importNames[0], tree)
    {
        var name = importNames[0];
        Compilation = compilation;
        ImportNames = importNames;
        Summary = summary;
        Package = summary.IsPackage ? name : name.LastIndexOf('.') is var dot and >= 0 ? name[..dot] : "";
    }

    public override ModuleSymbol Module => this;

    public Compilation Compilation { get; }

    /// <summary>What the file alone says: imports, top-level names, classes and functions.</summary>
    public ModuleSummary Summary { get; }

    /// <summary>Every dotted name that the file can be imported under; the canonical one first.</summary>
    internal ImmutableArray<string> ImportNames { get; }

    /// <summary>The package that relative imports start from: the module itself for an <c>__init__.py</c>.</summary>
    public string Package { get; }

    /// <summary>The absolute names of the modules that the top level imports <c>*</c> from, in order.</summary>
    internal ImmutableArray<string> StarImports => starImports.IsDefault ? starImports = FindStarImports() : starImports;

    public bool IsPackage => Summary.IsPackage;

    /// <summary>The folder that the interpreter looks in first when the file is run as a script, with its slash; null in a package.</summary>
    internal string? ScriptFolder => ReferenceEquals(scriptFolder, Unknown) ? scriptFolder = Compilation.FindScriptFolder(Tree.Path) : scriptFolder;

    /// <summary>True for a file of tests.</summary>
    public bool IsTest { get; internal init; }

    public SymbolTable SymbolTable => symbolTable ??= Summary.SymbolTable ?? SymbolTable.Bind(Tree);

    public Scope Scope => SymbolTable.Root;

    /// <summary>All functions and lambdas of the file, outer before inner, in order of the source.</summary>
    public ImmutableArray<FunctionSymbol> Functions { get; internal set; } = [];

    /// <summary>All classes of the file, outer before inner, in order of the source.</summary>
    public ImmutableArray<ClassSymbol> Classes { get; internal set; } = [];

    /// <summary>The code of the module's top level as a function of its own, which runs at import.</summary>
    public FunctionSymbol Body { get; internal set; } = null!;

    private ImmutableArray<string> FindStarImports()
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var import in Summary.Imports)
            if (import.Name == "*" && ModuleNames.ResolveRelative(Package, import.Level, import.Module) is { } name) names.Add(name);
        return names.ToImmutable();
    }
}
