using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Locks;

/// <summary>Reads a requirements file that pins every line, as pip-compile, uv and pip freeze write it.</summary>
public static class RequirementsLockReader
{
    /// <summary>The lock a requirements file amounts to, or null when a line leaves its version open or the file includes another.</summary>
    public static LockFile? TryRead(string path, SourceText text)
    {
        var manifest = RequirementsReader.Read(path, text);
        if (manifest.Dependencies.IsEmpty || manifest.Includes.Any(include => !include.IsConstraint)) return null;
        return manifest.Dependencies.All(IsPinned) ? Read(manifest, text) : null;
    }

    private static bool IsPinned(DeclaredDependency declared) => declared.Source.Kind switch
    {
        DependencySourceKind.Index => declared.Constraint.IsExact,
        DependencySourceKind.VersionControl => declared.Source.IsPinnedToCommit,
        DependencySourceKind.Path => true,
        _ => !declared.Hashes.IsEmpty || declared.Source.Location.Length > 0,
    };

    private static LockFile Read(Manifest manifest, SourceText text)
    {
        var askers = new Dictionary<int, ImmutableArray<string>>();
        foreach (var line in RequirementLineReader.Read(text)) askers[line.Span.Start] = AskedBy(line.Comment);
        return new LockFile
        {
            Path = manifest.Path,
            Kind = LockKind.Requirements,
            Packages = [.. manifest.Dependencies.Select(declared => Pin(declared, askers.GetValueOrDefault(declared.Span.Start, [])))],
            Notices = manifest.Notices,
        };
    }

    private static LockedPackage Pin(DeclaredDependency declared, ImmutableArray<string> askers)
    {
        var exact = declared.Constraint.Alternatives.SelectMany(set => set.Clauses).FirstOrDefault(clause => clause.IsExact);
        return new LockedPackage
        {
            Name = declared.Name,
            VersionText = exact?.VersionText ?? "",
            Version = exact?.Version,
            Hashes = declared.Hashes,
            RequiredBy = askers,
            Marker = declared.Marker,
            Source = declared.Source,
            File = declared.File,
            Span = declared.Span,
        };
    }

    /// <summary>The names behind <c># via</c>, on its line or below it; files keep their <c>-r</c>.</summary>
    private static ImmutableArray<string> AskedBy(string comment)
    {
        var via = comment.Split('\n').SkipWhile(line => line != "via" && !line.StartsWith("via ", StringComparison.Ordinal)).ToList();
        if (via.Count == 0) return [];
        via[0] = via[0][3..];
        return [.. via.SelectMany(line => line.Split(',')).Select(name => name.Trim()).Where(name => name.Length > 0)];
    }
}
