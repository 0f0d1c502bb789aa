using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Reporting.Sarif.Model;

namespace StaticReadiness.Reporting.Sarif;

/// <summary>Places as SARIF locations.</summary>
internal static class SarifLocations
{
    public static SarifLocation Create(Location location, int? id = null, string? message = null) =>
        new(id, new SarifPhysicalLocation(new SarifArtifactLocation(SarifUri.Of(location.Path), SarifUri.Root, null), Region(location)),
            message is null ? null : new SarifMessage(message, null));

    private static SarifRegion Region(Location location)
    {
        // A result about a whole file or repository still needs a line for the services that show it beside the code.
        if (location.Text is not { } text) return new SarifRegion(1, null, null, null, null);
        var start = text.GetCodePointPosition(Math.Clamp(location.Span.Start, 0, text.Length));
        var end = text.GetCodePointPosition(Math.Clamp(location.Span.End, 0, text.Length));
        return new SarifRegion(start.Line + 1, start.Column + 1, end.Line + 1, end.Column + 1, null);
    }
}
