using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>A dependency specifier after PEP 508: name, extras, versions or URL, marker.</summary>
public sealed class Requirement
{
    internal Requirement(string name, TextSpan nameSpan, ImmutableArray<string> extras, VersionSpecifierSet specifiers, string? url, Marker? marker)
    {
        Name = name;
        NameSpan = nameSpan;
        NormalizedName = PackageName.Normalize(name);
        Extras = extras;
        Specifiers = specifiers;
        Url = url;
        Marker = marker;
    }

    /// <summary>The name as written.</summary>
    public string Name { get; }

    /// <summary>The name's place in the text that was parsed.</summary>
    public TextSpan NameSpan { get; }

    public string NormalizedName { get; }

    /// <summary>The extras as written, in order.</summary>
    public ImmutableArray<string> Extras { get; }

    public VersionSpecifierSet Specifiers { get; }

    /// <summary>The direct reference behind <c>@</c>, or null.</summary>
    public string? Url { get; }

    public Marker? Marker { get; }

    /// <summary>Reads a requirement; on failure the error's span is relative to the text.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Requirement? requirement, [NotNullWhen(false)] out RequirementError? error)
    {
        var reader = new RequirementReader(text);
        requirement = reader.ReadRequirement();
        error = reader.Error;
        return requirement is not null;
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out Requirement? requirement) => TryParse(text, out requirement, out _);

    public override string ToString()
    {
        var builder = new StringBuilder(Name);
        if (!Extras.IsEmpty) builder.Append('[').AppendJoin(',', Extras.Order(StringComparer.Ordinal)).Append(']');
        if (Url is null) builder.Append(Specifiers);
        else builder.Append(" @ ").Append(Url);
        if (Marker is not null) builder.Append(Url is null ? "; " : " ; ").Append(Marker);
        return builder.ToString();
    }
}
