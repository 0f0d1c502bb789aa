using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports imports of third-party modules that no manifest declares and no lock holds.</summary>
public sealed class UndeclaredDependency : DiagnosticAnalyzer
{
    /// <summary>Programs that load extensions: what imports them runs inside them, where they are.</summary>
    private static readonly HashSet<string> Hosts = ["sphinx", "docutils", "sphinxcontrib", "pytest", "_pytest", "pylint", "mkdocs", "ansible", "gdb", "lldb", "bpy", "pyodide", "js"];

    /// <summary>Applications that plug-ins are installed into and that no index offers: what such a plug-in imports may come with them.</summary>
    private static readonly HashSet<string> Environments = ["netbox", "homeassistant"];

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
        if (ImportedPackages.Of(context.Project).Imports.Select(used => Top(used.Import.Module)).FirstOrDefault(module => Environments.Contains(module) && !known.Contains(module)) is { } environment)
        {
            context.Unknown($"the code runs inside `{environment}`, which brings packages along");
            return;
        }

        var foreign = ForeignCode.Of(context.Project);
        foreach (var group in ImportedPackages.Of(context.Project).Imports
            .Where(used => used.Role == FileRoles.Application && used.Import.Context == ImportContext.None && !Hosts.Contains(Top(used.Import.Module)) && !foreign.Holds(used.Importer.Tree))
            .GroupBy(used => Top(used.Import.Module)))
        {
            context.Examined();
            var names = group.SelectMany(used => model.Installed.For(ImportedPackages.FullName(used.Import))).ToHashSet();
            // A server's settings file is read by the server, which is there then.
            if (names.Any(name => group.All(used => used.Importer.Tree.Path.Contains(name, StringComparison.Ordinal)))) continue;
            if (DeptrySettings.Of(context.Project).Ignores("DEP001", group.Key) || names.Any(known.Contains) || PackageFamilies.Brings(known, names) || known.Any(name => ProvidedModules.MayProvide(name, group.Key))) continue;
            var (importer, import, _) = group.First();
            if (AsksToInstall(importer.Tree.Text, import.Start)) continue;
            context.Report(new Location(importer.Tree.Path, importer.Tree.Text, new TextSpan(import.Start, group.Key.Length)), group.Key, names.First());
        }
    }

    // An integration that says beside the import who installs the package.
    private static bool AsksToInstall(SourceText text, int position)
    {
        var line = text.ToString(text.GetLineSpan(text.GetLineIndex(position)));
        return line.IndexOf('#', StringComparison.Ordinal) is var comment and >= 0 && line.AsSpan(comment).Contains("install", StringComparison.OrdinalIgnoreCase);
    }

    private static string Top(string module) => module.IndexOf('.') is var dot && dot < 0 ? module : module[..dot];
}
