using System.Collections.Immutable;
using System.Globalization;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>The releases of Python and the days their support ends.</summary>
internal static class PythonReleases
{
    private static readonly ImmutableArray<(PythonVersion Version, DateOnly EndOfLife)> Table =
        [.. EmbeddedTable.Read("python-releases.tsv").Select(row => (PythonVersion.Parse(row[0]), DateOnly.Parse(row[1], CultureInfo.InvariantCulture)))];

    /// <summary>The day the support of a version's release ended, when it has; a version newer than the table has not ended.</summary>
    public static DateOnly? EndedBefore(PythonVersion version, DateOnly today)
    {
        foreach (var (release, endOfLife) in Table)
            if (release.Major == version.Major && release.Minor == version.Minor) return endOfLife < today ? endOfLife : null;
        return version < Table[0].Version || (version.Major == 3 && version.Minor < 5) ? Table[0].EndOfLife : null;
    }

    /// <summary>The releases that are supported on a day, oldest first.</summary>
    public static IEnumerable<PythonVersion> SupportedOn(DateOnly today) => Table.Where(entry => entry.EndOfLife >= today).Select(entry => entry.Version);
}
