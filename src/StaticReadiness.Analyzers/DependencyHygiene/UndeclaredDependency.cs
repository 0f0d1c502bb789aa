using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports imports of third-party modules that no manifest declares and no lock holds.</summary>
public sealed class UndeclaredDependency : DiagnosticAnalyzer
{
    /// <summary>Applications that plug-ins are installed into and that no index offers: what such a plug-in imports may come with them.</summary>
    private static readonly HashSet<string> Environments = ["netbox", "homeassistant"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0305",
        "undeclared-dependency",
        "An imported package is declared nowhere",
        "`{0}` is imported and no manifest declares `{1}`{2}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
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
        if (ImportedPackages.Of(context.Project).Imports.Select(used => ModuleNames.TopLevel(used.Import.Module)).FirstOrDefault(module => Environments.Contains(module) && !known.Contains(module)) is { } environment)
        {
            context.Unknown($"the code runs inside `{environment}`, which brings packages along");
            return;
        }

        Examine(context, known, BroughtAlong.By(known, model.Locks));
    }

    private static void Examine(ProjectContext context, HashSet<string> known, BroughtAlong brought)
    {
        var reach = RuntimeReach.Of(context.Project);
        var withExtras = context.Project.Dependencies.Declared.Where(dependency => !dependency.Extras.IsEmpty).Select(dependency => dependency.Name).ToHashSet();
        foreach (var group in ImportedPackages.Of(context.Project).Imports
            .Where(used => used.Import.Context == ImportContext.None && reach.Contains(used.Importer))
            .GroupBy(used => ModuleNames.TopLevel(used.Import.Module)))
        {
            context.Examined();
            var names = group.SelectMany(used => context.Project.Dependencies.Installed.For(ImportedPackages.FullName(used.Import))).ToHashSet();
            if (names.Any(known.Contains) || !IsJudged(context, group.Key, names, known)) continue;
            // A server's settings file is read by the server, which is there then.
            if (names.Any(name => group.All(used => used.Importer.Tree.Path.Contains(name, StringComparison.Ordinal)))) continue;
            var (importer, import, _) = group.First();
            if (AsksToInstall(importer.Tree.Text, import.Start) || InstallInstructions.Of(context.Project).Name(names)) continue;
            var location = new Location(importer.Tree.Path, importer.Tree.Text, new TextSpan(import.Start, group.Key.Length));
            // fastapi[standard] asks for what the extra brings.
            if (names.Any(name => brought.OwnerOf(name) is { } asker && withExtras.Contains(asker))) continue;
            var owner = names.Select(brought.OwnerOf).FirstOrDefault(found => found is not null);
            context.Report(context.CreateDiagnostic(location, group.Key, names.First(), owner is null ? "" : ", which another package may bring along") with { Severity = owner is null ? DiagnosticSeverity.Warning : DiagnosticSeverity.Note });
        }
    }

    // Whose origin nobody knows may come with anything that sounds like it, or not from the index at all.
    private static bool IsJudged(ProjectContext context, string module, HashSet<string> names, HashSet<string> known)
    {
        if (DeptrySettings.Of(context.Project).Ignores("DEP001", module) || PackageFamilies.Brings(known, names)) return false;
        if (!ModuleDistributions.IsListed(module) && !names.Any(BroughtAlong.IsKnown)) return false;
        return !known.Any(name => ProvidedModules.Resembles(name, module) || names.Any(wanted => name.StartsWith($"{wanted}-", StringComparison.Ordinal) || name.EndsWith($"-{wanted}", StringComparison.Ordinal)))
            && !names.Any(name => ProjectDependencies.Of(context.Project).Mentions(name));
    }

    // An integration that says beside the import who installs the package.
    private static bool AsksToInstall(SourceText text, int position)
    {
        var line = text.ToString(text.GetLineSpan(text.GetLineIndex(position)));
        return line.IndexOf('#', StringComparison.Ordinal) is var comment and >= 0 && line.AsSpan(comment).Contains("install", StringComparison.OrdinalIgnoreCase);
    }
}
