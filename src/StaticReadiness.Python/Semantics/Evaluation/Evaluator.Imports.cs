using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    /// <summary>What an import statement binds to a name (language reference §7.11).</summary>
    private Value? EvaluateImport(Alias alias, Scope scope)
    {
        if (scope.Root.Declared is not ModuleSymbol importer) return null;
        if (alias.Parent is ImportFrom from)
        {
            var source = ModuleNames.ResolveRelative(importer.Package, from.Level, from.Module ?? "");
            return source is null ? null : GetImported(importer, source, alias.Name);
        }

        var name = alias.AsName is not null ? alias.Name : alias.Name.IndexOf('.') is var dot and > 0 ? alias.Name[..dot] : alias.Name;
        return GetModule(name, importer);
    }

    /// <summary>The module of a dotted name, of the project or of a library.</summary>
    private Value GetModule(string name, ModuleSymbol importer)
    {
        if (compilation.FindModule(name, importer) is { } module) return Value.OfModule(module.QualifiedName, module);
        return compilation.IsPackage(name) ? Value.OfModule(name, module: null) : Value.OfExternal(knowledge.GetCanonicalName(name));
    }

    private Value? GetImported(ModuleSymbol importer, string source, string name)
    {
        var module = GetModule(source, importer);
        return module.Kind == ValueKind.External ? GetExternalMember(module.Name, name) : GetModuleMember(module, name, importer);
    }

    private Value GetExternalMember(string owner, string name) => Value.OfExternal(knowledge.GetCanonicalName(owner + "." + name));

    /// <summary>A name of a module: what its code binds, what its star imports bring, or a submodule.</summary>
    private Value? GetModuleMember(Value module, string name, ModuleSymbol importer)
    {
        if (module.Module is { } declared)
        {
            if (declared.Scope.Find(name) is { BindingCount: > 0, IsInlined: false } symbol)
            {
                // a name that the package binds wins over the submodule, unless it is that very import that asks
                var value = GetVariable(symbol);
                if (value is not { Kind: ValueKind.None } || symbol.GetBinding(0) is not Alias) return value;
            }

            if (FindStarImported(declared, name, visited: null) is { } star) return star;
        }

        var submodule = module.Name + "." + name;
        if (compilation.FindModule(submodule, importer) is { } found) return Value.OfModule(found.QualifiedName, found);
        return compilation.IsPackage(submodule) ? Value.OfModule(submodule, module: null) : null;
    }

    private Value? FindStarImported(ModuleSymbol module, string name, HashSet<ModuleSymbol>? visited)
    {
        if (module.StarImports.IsEmpty) return null;
        visited ??= [];
        if (!visited.Add(module)) return null;
        for (var i = module.StarImports.Length - 1; i >= 0; i--)
        {
            if (compilation.FindModule(module.StarImports[i], module) is not { } source || !source.Summary.Exports(name)) continue;
            if (source.Scope.Find(name) is { BindingCount: > 0, IsInlined: false } symbol) return GetVariable(symbol);
            if (FindStarImported(source, name, visited) is { } found) return found;
        }

        return null;
    }

    /// <summary>A name that nothing binds comes from the only star import of a library, when there is exactly one.</summary>
    private Value? GuessStarImported(ModuleSymbol module, string name)
    {
        string? library = null;
        foreach (var source in module.StarImports)
        {
            if (compilation.FindModule(source, module) is not null) continue;
            if (library is not null) return null;
            library = source;
        }

        return library is null || name.StartsWith('_') ? null : GetExternalMember(library, name);
    }
}
