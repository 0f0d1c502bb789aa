using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Driver;

/// <summary>The order of proofs: criterion, path, offset, message.</summary>
internal sealed class ProofComparer : IComparer<Proof>
{
    public static ProofComparer Instance { get; } = new();

    public int Compare(Proof? x, Proof? y)
    {
        if (x is null || y is null) return Comparer<object>.Default.Compare(x, y);
        var order = string.CompareOrdinal(x.Criterion, y.Criterion);
        if (order == 0) order = DiagnosticComparer.CompareLocations(x.Location, y.Location);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }
}
