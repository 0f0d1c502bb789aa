using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Version clauses that must all hold, such as <c>&gt;=1.2,&lt;2</c>; without clauses it admits everything.</summary>
public sealed class VersionSpecifierSet(ImmutableArray<VersionSpecifier> clauses)
{
    public static VersionSpecifierSet Any { get; } = new([]);

    public ImmutableArray<VersionSpecifier> Clauses { get; } = clauses;

    public bool IsEmpty => Clauses.IsEmpty;

    public bool IsExact => Clauses.Any(clause => clause.IsExact);

    public bool HasUpperBound => Clauses.Any(clause => clause.HasUpperBound);

    public bool HasLowerBound => Clauses.Any(clause => clause.HasLowerBound);

    public bool AdmitsPreReleases => Clauses.Any(clause => clause.AdmitsPreReleases);

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out VersionSpecifierSet? set)
    {
        set = null;
        var clauses = ImmutableArray.CreateBuilder<VersionSpecifier>();
        foreach (var range in text.Split(','))
        {
            var part = text[range].Trim();
            if (part.IsEmpty) continue;
            if (!VersionSpecifier.TryParse(part, out var clause)) return false;
            clauses.Add(clause);
        }

        set = clauses.Count == 0 ? Any : new VersionSpecifierSet(clauses.DrainToImmutable());
        return true;
    }

    /// <summary>Whether every clause admits the version; pre-releases count when asked for, or when a clause names one.</summary>
    public bool Allows(PythonVersion version, bool? preReleases = null)
    {
        if (version.IsPreRelease && !(preReleases ?? AdmitsPreReleases)) return false;
        foreach (var clause in Clauses)
            if (!clause.Allows(version)) return false;
        return true;
    }

    /// <summary>The clauses in ordinal order, joined by commas.</summary>
    public override string ToString() => string.Join(',', Clauses.Select(clause => clause.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
