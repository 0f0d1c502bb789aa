using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Locks;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>What a project's own manifests declare and its locks hold: a fact shared by the rules on dependencies.</summary>
internal sealed class ProjectDependencies
{
    private readonly RepositoryFiles files;
    private readonly HashSet<string> lockedNames;
    private readonly HashSet<string> ownNames;
    private readonly HashSet<string> offered;

    private ProjectDependencies(Project project)
    {
        files = project.Files;
        var model = project.Dependencies;
        Manifests = [.. model.Manifests.Where(manifest => IsOwn(manifest.Path) && !IsOfAnother(manifest, project.Root))];
        Locks = [.. model.Locks.Where(found => IsOwn(found.Path) && (found.Kind != LockKind.Requirements || IsWholeResolution(found)))];
        ownNames = [.. project.Whole.Dependencies.Manifests.Select(manifest => manifest.ProjectName).OfType<string>().Select(PackageName.Normalize)];
        offered = OfferedManifests.Find(Manifests, files);
        lockedNames = [.. Locks.SelectMany(found => found.Packages).Select(package => package.Name)];
    }

    public ImmutableArray<Manifest> Manifests { get; }

    public ImmutableArray<LockFile> Locks { get; }

    /// <summary>What the application needs to run, as declared; a constraint that only limits a version is left out.</summary>
    public IEnumerable<DeclaredDependency> Runtime => Manifests.SelectMany(RuntimeOf);

    /// <summary>What is installed where the application is deployed: neither what a package's metadata offers to its users, nor packages of the repository itself, nor what an installer brings for itself.</summary>
    public IEnumerable<DeclaredDependency> Deployed =>
        Manifests.Where(manifest => !offered.Contains(manifest.Path)).SelectMany(RuntimeOf).Where(dependency => !ownNames.Contains(dependency.Name) && !IsInstaller(dependency.Name));

    /// <summary>All that is asked for, whatever the group; test matrices that try other versions are left out.</summary>
    public IEnumerable<DeclaredDependency> Declared => Manifests.SelectMany(AskedOf);

    /// <summary>The manifests a person wrote: no compiled or frozen lists, in which nobody says what is asked for and what comes along.</summary>
    public IEnumerable<Manifest> Written => Manifests.Where(manifest => manifest.Kind is not (ManifestKind.Tox or ManifestKind.Nox or ManifestKind.Conda) && !IsCompiled(manifest.Path) && !IsFrozen(manifest));

    public static ProjectDependencies Of(Project project) => project.GetFact(static p => new ProjectDependencies(p));

    /// <summary>What a manifest asks for; nothing for test matrices and for what a compiler wrote.</summary>
    public IEnumerable<DeclaredDependency> AskedOf(Manifest manifest) => manifest.Kind is ManifestKind.Tox or ManifestKind.Nox || IsCompiled(manifest.Path)
        ? []
        : manifest.Dependencies.Where(dependency => !dependency.IsConstraintOnly && dependency.Group.Kind != DependencyGroupKind.Build);

    public static IEnumerable<DeclaredDependency> RuntimeOf(Manifest manifest) =>
        manifest.Dependencies.Where(dependency => dependency.Group.IsRuntime && !dependency.IsConstraintOnly);

    /// <summary>Whether a package is part of what installs packages; compilers of locks leave those out (pip-tools documentation, unsafe packages).</summary>
    public static bool IsInstaller(string name) => name is "pip" or "setuptools" or "wheel" or "distribute";

    public bool IsLocked(string name) => lockedNames.Contains(name);

    /// <summary>Whether some manifest or constraints file admits one version only.</summary>
    public bool IsPinned(string name) =>
        Manifests.SelectMany(manifest => manifest.Dependencies).Any(dependency => dependency.Name == name && dependency.Constraint is { IsExact: true, IsUnconstrained: false });

    /// <summary>Whether a lock says exactly what a source of its own delivers: by commit, by hash or by a version of it.</summary>
    public bool IsSourceLocked(string name) =>
        Locks.Where(found => found.Kind != LockKind.Requirements).SelectMany(found => found.Find(name)).Any();

    public Location LocationOf(DeclaredDependency dependency) => LocationOf(dependency.File, dependency.Span);

    public Location LocationOf(string path, TextSpan span) => new(path, files.TryGet(path)?.ReadText().ValueOrDefault(), span);

    private bool IsOwn(string path) =>
        files.TryGet(path) is { } file && (file.Role & (FileRoles.Test | FileRoles.Example | FileRoles.Documentation | FileRoles.Vendored | FileRoles.Generated)) == FileRoles.None;

    // A package's metadata beside or below the project tells of a recipe, a copy or a set of pins for tests.
    private static bool IsOfAnother(Manifest manifest, string root) =>
        manifest.ProjectName is not null && OfferedManifests.IsMetadata(manifest) && RepositoryPath.DirectoryOf(manifest.Path) is var directory && directory.Length > 0 && directory != root && !RepositoryPath.IsUnder(root, directory);

    // What a compiler wrote repeats what others declare.
    private bool IsCompiled(string path) =>
        Locks.FirstOrDefault(found => found.Kind == LockKind.Requirements && found.Path == path) is { } pinned && pinned.Packages.Any(package => !package.RequiredBy.IsEmpty);

    // A list of exact versions that holds what others usually bring along was taken from an environment.
    private static bool IsFrozen(Manifest manifest) =>
        manifest.Kind == ManifestKind.Requirements && manifest.Dependencies.Count(dependency => dependency.Constraint is { IsExact: true, IsUnconstrained: false } && PackageFamilies.IsMember(dependency.Name)) > 2
        && manifest.Dependencies.Count(dependency => dependency.Constraint is { IsExact: true, IsUnconstrained: false }) * 10 >= manifest.Dependencies.Length * 9;

    // Pins of the direct dependencies alone leave what they bring along open; a resolution shows hashes, who asked, or sheer length.
    private bool IsWholeResolution(LockFile pinned)
    {
        const int longEnough = 15;
        return pinned.Packages.Length >= longEnough || pinned.Packages.Any(package => !package.Hashes.IsEmpty || !package.RequiredBy.IsEmpty)
            || (files.TryGet(pinned.Path)?.ReadText().ValueOrDefault()?.Content.Contains("autogenerated by", StringComparison.OrdinalIgnoreCase) ?? false);
    }
}
