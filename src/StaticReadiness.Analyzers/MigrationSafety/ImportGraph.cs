using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Who imports whom among the project's own modules, at import time.</summary>
internal sealed class ImportGraph
{
    private readonly Dictionary<ModuleSymbol, ImmutableArray<ImportEdge>> edges;

    private ImportGraph(Dictionary<ModuleSymbol, ImmutableArray<ImportEdge>> edges) => this.edges = edges;

    public IReadOnlyCollection<ModuleSymbol> Modules => edges.Keys;

    public static ImportGraph Of(Project project) => project.GetFact(Create);

    public ImmutableArray<ImportEdge> ImportsOf(ModuleSymbol module) => edges.TryGetValue(module, out var found) ? found : [];

    /// <summary>The groups of modules that reach each other, each in order of the modules' paths; groups of one are left out.</summary>
    public ImmutableArray<ImmutableArray<ModuleSymbol>> Cycles() => new StronglyConnectedModules(this).Find();

    /// <summary>The shortest way from a module back to itself within a group.</summary>
    public ImmutableArray<ImportEdge> ShortestCycle(ModuleSymbol start, ImmutableArray<ModuleSymbol> group)
    {
        var members = group.ToHashSet();
        var cameFrom = new Dictionary<ModuleSymbol, (ModuleSymbol Module, ImportEdge Edge)>();
        var queue = new Queue<ModuleSymbol>([start]);
        while (queue.TryDequeue(out var module))
        {
            foreach (var edge in ImportsOf(module).Where(edge => members.Contains(edge.Target)))
            {
                if (edge.Target == start) return Unwind(module, edge);
                if (!cameFrom.TryAdd(edge.Target, (module, edge))) continue;
                queue.Enqueue(edge.Target);
            }
        }

        return [];

        ImmutableArray<ImportEdge> Unwind(ModuleSymbol last, ImportEdge closing)
        {
            var path = new List<ImportEdge> { closing };
            for (var at = last; at != start; at = cameFrom[at].Module) path.Add(cameFrom[at].Edge);
            path.Reverse();
            return [.. path];
        }
    }

    private static ImportGraph Create(Project project)
    {
        var graph = new Dictionary<ModuleSymbol, ImmutableArray<ImportEdge>>();
        foreach (var module in project.Modules)
        {
            if (project.Files.TryGet(module.Tree.Path)?.Role != FileRoles.Application) continue;
            var targets = new Dictionary<ModuleSymbol, ImportEdge>();
            foreach (var import in module.Summary.Imports.Where(import => import.RunsAtImport))
                if (TargetOf(project.Compilation, module, import) is { } target && target != module)
                    targets.TryAdd(target, new ImportEdge(module, target, import.Start));
            graph[module] = [.. targets.Values];
        }

        return new ImportGraph(graph);
    }

    internal static ModuleSymbol? TargetOf(Compilation compilation, ModuleSymbol importer, ImportRecord import)
    {
        var name = ModuleNames.ResolveRelative(importer.Package, import.Level, import.Module);
        if (name is null) return null;
        // `from package import submodule` needs the submodule; the package itself is on its way already
        if (import.Name is not null && import.Name != "*" && compilation.FindModule($"{name}.{import.Name}", importer) is { } submodule
            && !(compilation.FindModule(name, importer)?.Summary.Names.Contains(import.Name) ?? false)) return submodule;
        return compilation.FindModule(name, importer);
    }
}
