using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Which declared packages something in the project uses, in an import or by name: a fact shared by the rules on dependencies.</summary>
internal sealed class DependencyUse
{
    private readonly Project project;
    private readonly InstalledDistributions installed;
    private readonly HashSet<string> declared;
    private readonly HashSet<string> importedPackages;
    private readonly HashSet<string> importedModules;
    private readonly List<string> unexplained;
    private readonly List<string> imported;
    private readonly IReadOnlySet<string> named;
    private readonly HashSet<string> importedByApplication;
    private readonly Lazy<IReadOnlySet<string>> calledByApplication;

    private DependencyUse(Project project)
    {
        this.project = project;
        var imports = ImportedPackages.Of(project);
        installed = project.Dependencies.Installed;
        declared = [.. project.Dependencies.Declared.Select(dependency => dependency.Name)];
        importedPackages = [.. imports.Names.SelectMany(name => installed.For(name))];
        importedModules = [.. imports.Names.SelectMany(Prefixes)];
        importedByApplication = [.. imports.Imports.Where(used => used.Role == FileRoles.Application).SelectMany(used => installed.For(ImportedPackages.FullName(used.Import)))];
        calledByApplication = new(() => NamedPackages.FindInCode(project, declared));
        unexplained = [.. imports.Imports.Where(used => !installed.For(ImportedPackages.FullName(used.Import)).Any(declared.Contains)).Select(used => ModuleNames.TopLevel(used.Import.Module)).Distinct()];
        // A module of the repository's own may be a copy of what is declared.
        imported = [.. imports.Names.Select(name => ModuleNames.TopLevel(name)).Where(name => !StandardLibrary.Contains(name) && !installed.For(name).Any(declared.Contains)).Distinct()];
        var doubtful = ProjectDependencies.Of(project).Declared.Select(dependency => dependency.Name).Where(name => !IsImported(name)).Distinct();
        named = NamedPackages.Find(project, doubtful.SelectMany(NamesOf).Where(name => name.Length > 1));
    }

    public static DependencyUse Of(Project project) => project.GetFact(static p => new DependencyUse(p));

    /// <summary>What uses the packages of a manifest: its own project, or all of the repository where several projects share it.</summary>
    public static DependencyUse Of(Project project, Manifest manifest) => Of(project.Root.Length > 0 && RepositoryPath.IsUnder(manifest.Path, project.Root) ? project : project.Whole);

    /// <summary>Whether the project imports the package or names it somewhere: in a string, a setting, a command.</summary>
    public bool IsUsed(DeclaredDependency dependency) =>
        IsImported(dependency.Name) || NamesOf(dependency.Name).Any(named.Contains);

    /// <summary>Whether the application's own code imports the package or names it in a string, as who starts a program does.</summary>
    public bool IsUsedByApplication(string name) => importedByApplication.Contains(name) || calledByApplication.Value.Contains(name);

    /// <summary>Whether anything but a test imports a module of the package, the repository's own of that name included.</summary>
    public bool IsImportedOutsideTests(string name)
    {
        var modules = ProvidedModules.Of(name, installed).Select(module => ModuleNames.TopLevel(module)).ToHashSet();
        return project.Modules.Any(module => project.Files.TryGet(module.Tree.Path)?.Role is { } role && (role & FileRoles.Test) == FileRoles.None && module.Summary.Imports.Any(import => import.Level == 0 && modules.Contains(ModuleNames.TopLevel(import.Module))));
    }

    /// <summary>Whether it serves without anything in the project naming it: a plug-in, a driver, a tool, or a limit on what another package brings.</summary>
    public bool ServesUnnamed(DeclaredDependency dependency) =>
        UsedWithoutImport.Find(dependency.Name) is not null || DevelopmentTools.Contains(dependency.Name) || PackageFamilies.IsBroughtBy(declared, dependency.Name);

    private bool IsImported(string name) =>
        importedPackages.Contains(name) || ProvidedModules.Of(name, installed).Any(importedModules.Contains) || unexplained.Any(module => ProvidedModules.MayProvide(name, module)) || (!ModuleDistributions.IsListedDistribution(name) && imported.Any(module => ProvidedModules.Resembles(name, module)));

    private IEnumerable<string> NamesOf(string name) => ProvidedModules.Of(name, installed).Select(module => ModuleNames.TopLevel(module)).Append(name).Concat(ProvidedModules.CommandsOf(name)).Distinct();

    private static IEnumerable<string> Prefixes(string module)
    {
        for (var dot = module.IndexOf('.'); dot >= 0; dot = module.IndexOf('.', dot + 1)) yield return module[..dot];
        yield return module;
    }
}
