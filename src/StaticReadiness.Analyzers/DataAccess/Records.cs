using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Tells the classes whose instances are rows of a table, or documents of a store.</summary>
internal static class Records
{
    private static readonly FrozenSet<string> Bases = EmbeddedTable.Read("record-classes.tsv").Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);

    public static bool IsRecord(ClassSymbol @class)
    {
        foreach (var reference in @class.Mro)
            if (Bases.Contains(reference.QualifiedName)) return true;
        return false;
    }
}
