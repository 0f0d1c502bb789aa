using System.Globalization;
using StaticReadiness.Analysis.Diagnostics;

namespace StaticReadiness.Reporting.Console;

/// <summary>Places as people and editors read them.</summary>
internal static class Place
{
    public const string WholeRepository = "(repository)";

    /// <summary><c>shop/cart.py:12:5</c>: one-based line, and column in code points.</summary>
    public static string Of(Location location)
    {
        if (location.Path.Length == 0) return WholeRepository;
        if (location.Text is null) return location.Path;
        var position = location.Text.GetCodePointPosition(Math.Clamp(location.Span.Start, 0, location.Text.Length));
        return string.Create(CultureInfo.InvariantCulture, $"{location.Path}:{position.Line + 1}:{position.Column + 1}");
    }
}
