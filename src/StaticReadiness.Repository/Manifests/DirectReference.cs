using System.Collections.Immutable;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>A requirement written as a URL, a path or an archive's name instead of a name.</summary>
internal sealed record DirectReference(string Name, ImmutableArray<string> Extras, DependencySource Source, Marker? Marker)
{
    private static readonly string[] Archives = [".whl", ".tar.gz", ".tar.bz2", ".tgz", ".zip"];

    public static bool IsReference(string text)
    {
        var plain = text.Split([' ', '\t', ';', '#'], 2)[0];
        return plain.Contains("://", StringComparison.Ordinal) || plain.StartsWith('.') || plain.Contains('/') || plain.StartsWith("file:", StringComparison.Ordinal)
            || Archives.Any(suffix => plain.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads it; null for a path whose name only its own manifest tells.</summary>
    public static DirectReference? Read(string text, bool isEditable)
    {
        var (location, marker) = SplitMarker(text);
        var source = DependencySource.FromUrl(location, isEditable);
        var egg = Fragment(location, "egg=");
        var bracket = egg?.IndexOf('[') ?? -1;
        var extras = bracket < 0 ? [] : egg![(bracket + 1)..].TrimEnd(']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
        var name = bracket < 0 ? egg : egg![..bracket];
        // Old lists write the version behind the egg's name.
        if (name?.IndexOf("==", StringComparison.Ordinal) is { } version and > 0) name = name[..version];
        name ??= NameFromArchive(source.Location) ?? (source.Kind == DependencySourceKind.VersionControl ? LastSegment(source.Location) : null);
        return string.IsNullOrEmpty(name) ? null : new DirectReference(name, extras, source, marker);
    }

    private static (string Location, Marker? Marker) SplitMarker(string text)
    {
        var at = text.IndexOf(" ;", StringComparison.Ordinal);
        if (at < 0) at = text.IndexOf("; ", StringComparison.Ordinal);
        return at < 0 ? (text.Trim(), null) : (text[..at].Trim(), Marker.TryParse(text[(text.IndexOf(';', at) + 1)..].Trim(), out _));
    }

    private static string? Fragment(string location, string key)
    {
        var fragment = location.IndexOf('#');
        if (fragment < 0) return null;
        foreach (var part in location[(fragment + 1)..].Split('&'))
            if (part.StartsWith(key, StringComparison.Ordinal)) return Uri.UnescapeDataString(part[key.Length..]);
        return null;
    }

    /// <summary>Wheels and source archives carry name and version in their file name (PEP 427, PEP 625).</summary>
    private static string? NameFromArchive(string location)
    {
        var file = LastSegment(location.Split('?')[0]);
        var suffix = Archives.FirstOrDefault(archive => location.Split('?')[0].EndsWith(archive, StringComparison.OrdinalIgnoreCase));
        if (suffix is null) return null;
        if (suffix == ".whl") return file.Split('-')[0];
        for (var dash = file.IndexOf('-'); dash > 0; dash = file.IndexOf('-', dash + 1))
            if (dash + 1 < file.Length && char.IsAsciiDigit(file[dash + 1])) return file[..dash];
        return null;
    }

    private static string LastSegment(string location)
    {
        var segment = location.TrimEnd('/');
        segment = segment[(segment.LastIndexOfAny(['/', ':']) + 1)..];
        return segment.EndsWith(".git", StringComparison.Ordinal) ? segment[..^4] : segment;
    }
}
