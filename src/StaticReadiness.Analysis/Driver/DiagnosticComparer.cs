using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Analysis.Driver;

/// <summary>The order of findings: path, offset, rule, length, message.</summary>
internal sealed class DiagnosticComparer : IComparer<Diagnostic>
{
    public static DiagnosticComparer Instance { get; } = new();

    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        if (x is null || y is null) return Comparer<object>.Default.Compare(x, y);
        var order = CompareLocations(x.Location, y.Location);
        if (order == 0) order = string.CompareOrdinal(x.Descriptor.Id, y.Descriptor.Id);
        if (order == 0) order = x.Location.Span.Length.CompareTo(y.Location.Span.Length);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }

    public static int CompareLocations(Location x, Location y)
    {
        var order = string.CompareOrdinal(x.Path, y.Path);
        return order != 0 ? order : x.Span.Start.CompareTo(y.Span.Start);
    }
}
