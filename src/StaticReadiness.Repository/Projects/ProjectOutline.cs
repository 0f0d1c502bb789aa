using System.Collections.Immutable;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Projects;

/// <summary>One project of a repository: where it lies, what declares it, what its files say about its purpose.</summary>
/// <param name="Root">Its directory relative to the repository's root; empty for the root itself.</param>
/// <param name="Name">The name in its metadata, or null.</param>
/// <param name="Manifests">The paths of the files that declare it.</param>
/// <param name="Clauses">One clause for each sign, for a person to read.</param>
public sealed record ProjectOutline(string Root, string? Name, ImmutableArray<string> Manifests, ProjectSigns Signs, ImmutableArray<(ProjectSigns Sign, string Clause)> Clauses)
{
    /// <summary>The clauses alone, in the order in which the signs were found.</summary>
    public IEnumerable<string> Evidence => Clauses.Select(clause => clause.Clause);

    /// <summary>What shows a sign, or null when the project does not have it.</summary>
    public string? EvidenceOf(ProjectSigns sign) => Clauses.Where(clause => clause.Sign == sign).Select(clause => clause.Clause).FirstOrDefault();

    public bool Has(ProjectSigns sign) => (Signs & sign) == sign;

    public bool Contains(string path) => RepositoryPath.IsUnder(path, Root);
}
