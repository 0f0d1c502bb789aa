using System.Diagnostics.CodeAnalysis;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.History;

/// <summary>Reads the version out of a tag's name: <c>1.2</c>, <c>v1.2</c>, <c>release-1.2</c>, <c>name@1.2</c>, <c>name/v1.2</c>, <c>REL-1_2</c>.</summary>
public static class ReleaseTag
{
    private static readonly string[] Fillers = ["release", "releases", "rel", "version", "ver", "v", "tag"];

    /// <summary>The release that a tag names; false when the tag names no version.</summary>
    public static bool TryParse(string tag, DateTimeOffset date, [NotNullWhen(true)] out Release? release)
    {
        release = null;
        if (PythonVersion.TryParse(tag, out var whole))
        {
            release = new Release(tag, "", whole, date);
            return true;
        }

        for (var i = 1; i + 1 < tag.Length; i++)
        {
            // A digit before the separator makes it part of a version or a date that is no version.
            if (tag[i] is not ('/' or '@' or '-' or '_' or '=') || char.IsAsciiDigit(tag[i - 1]) || !StartsVersion(tag.AsSpan(i + 1))) continue;
            if (!PythonVersion.TryParse(Dotted(tag[i], tag[(i + 1)..].TrimStart('=')), out var version)) continue;
            var component = tag[..i].TrimEnd('=', '-', '_', '/', '@');
            release = new Release(tag, Fillers.Contains(component, StringComparer.OrdinalIgnoreCase) ? "" : component, version, date);
            return true;
        }

        return false;
    }

    // `REL-9_7`: old habits from systems whose tags could hold no dot.
    private static string Dotted(char separator, string text) => separator != '-' || text.Contains('.') || text.AsSpan().IndexOfAnyExcept("0123456789_") >= 0 ? text : text.Replace('_', '.');

    private static bool StartsVersion(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('=');
        return !text.IsEmpty && (char.IsAsciiDigit(text[0]) || (text[0] is 'v' or 'V' && text.Length > 1 && char.IsAsciiDigit(text[1])));
    }
}
