using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports imports of third-party modules that no manifest declares and no lock holds.</summary>
public sealed class UndeclaredDependency : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0305",
        "undeclared-dependency",
        "An imported package is declared nowhere",
        "`{0}` is imported and no manifest declares `{1}`",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "dependency-hygiene",
        "declared-equals-used")
    {
        PeerIds = ["DEP001"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var dependencies = ProjectDependencies.Of(context.Project);
        var model = context.Project.Dependencies;
        if (!dependencies.Runtime.Any())
        {
            context.NotApplicable("no dependency is declared");
            return;
        }

        var known = model.Declared.Select(dependency => dependency.Name).Concat(model.Locks.SelectMany(found => found.Packages).Select(package => package.Name)).ToHashSet();
        foreach (var group in ImportedPackages.Of(context.Project).Imports
            .Where(used => used.Role == FileRoles.Application && used.Import.Context == ImportContext.None)
            .GroupBy(used => Top(used.Import.Module)))
        {
            context.Examined();
            var names = group.SelectMany(used => ModuleDistributions.For(ImportedPackages.FullName(used.Import))).ToHashSet();
            if (names.Any(known.Contains) || PackageFamilies.Brings(known, names) || MayProvide(known, group.Key)) continue;
            var (importer, import, _) = group.First();
            context.Report(new Location(importer.Tree.Path, importer.Tree.Text, new TextSpan(import.Start, group.Key.Length)), group.Key, names.First());
        }
    }

    // `pyhumps` provides humps and `u-msgpack-python` umsgpack: what is named alike may be meant.
    private static bool MayProvide(HashSet<string> known, string module)
    {
        var name = module.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        return known.Any(declared => declared.Replace("-", "", StringComparison.Ordinal).Contains(name, StringComparison.Ordinal));
    }

    private static string Top(string module) => module.IndexOf('.') is var dot && dot < 0 ? module : module[..dot];
}
