using StaticReadiness.Python.Semantics;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Projects;

namespace StaticReadiness.Analysis.Driver;

/// <summary>Decides what the projects of a repository are for, and says why.</summary>
/// <param name="applications">The modules that make a web application, by the project they belong to.</param>
/// <param name="packages">The top-level packages, by the project they belong to.</param>
/// <param name="given">The kind that the configuration sets for all of them, or null.</param>
internal sealed class KindJudge(ILookup<ProjectOutline?, string> applications, ILookup<ProjectOutline?, ModuleSymbol> packages, ProjectKind? given)
{
    /// <summary>Modules whose names a package takes in for its own start, not for who imports it.</summary>
    private static readonly HashSet<string> OwnUse = ["__version__", "_version", "version", "__about__", "about", "_about", "cli", "__main__", "main", "app", "_app"];

    public static KindJudge Create(ProjectOutlines outlines, Compilation compilation, RepositoryFiles files, IReadOnlySet<string> constructors, ProjectKind? given) => new(
        new ApplicationFinder(compilation, constructors, files).Find().ToLookup(outlines.OwnerOf),
        compilation.Modules.Where(module => module.IsPackage && !module.QualifiedName.Contains('.') && files.TryGet(module.Tree.Path)?.Role == FileRoles.Application)
            .ToLookup(module => outlines.OwnerOf(module.Tree.Path)),
        given);

    public (ProjectKind Kind, string Reason) Decide(ProjectOutline outline)
    {
        if (given is { } kind) return (kind, "set in the configuration");
        var application = applications[outline].FirstOrDefault();
        bool? offersInterface = packages[outline].Any() ? packages[outline].Any(OffersInterface) : null;
        var found = ProjectKinds.Decide(outline, application is not null, offersInterface);
        return (found, ReasonOf(outline, found, application));
    }

    private static bool OffersInterface(ModuleSymbol package)
    {
        const int enough = 2;
        var taken = package.Summary.Imports.Count(import => import is { Name: { } name } && !IsPrivate(name) && IsOwn(import, package) && !OwnUse.Contains(LastOf(import.Module)) && !OwnUse.Contains(name));
        var defined = package.Functions.Count(function => !function.IsLambda && function.ContainingClass is null && !IsPrivate(function.Name)) + package.Classes.Count(@class => !IsPrivate(@class.Name));
        return taken + defined >= enough || package.Summary.Imports.Any(import => import.Name == "*" && IsOwn(import, package));
    }

    private static bool IsOwn(ImportRecord import, ModuleSymbol package) =>
        import.RunsAtImport && (import.Level > 0 || import.Module.StartsWith(package.QualifiedName + ".", StringComparison.Ordinal));

    private static bool IsPrivate(string name) => name.StartsWith('_') || name.StartsWith("version", StringComparison.OrdinalIgnoreCase);

    private static string LastOf(string module) => module[(module.LastIndexOf('.') + 1)..];

    private static string ReasonOf(ProjectOutline outline, ProjectKind kind, string? application)
    {
        const int enough = 2;
        // what speaks for a command line is no reason to call it anything else
        var clauses = outline.Clauses.Where(clause => kind == ProjectKind.Cli || clause.Sign is not (ProjectSigns.CommandLineLibrary or ProjectSigns.ConsoleClassifier)).Select(clause => clause.Clause).Take(enough).ToList();
        if (application is not null) clauses.Insert(0, $"{application} makes a web application");
        return clauses.Count == 0 ? "nothing packages it or deploys it" : string.Join(", ", clauses.Take(enough));
    }
}
