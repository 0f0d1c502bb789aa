using System.Diagnostics.CodeAnalysis;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>One clause of a version specifier, such as <c>&gt;=1.2</c> or <c>==3.*</c> (PEP 440, section Version specifiers).</summary>
public sealed class VersionSpecifier
{
    // Longer operators before their prefixes.
    private static readonly (string Text, VersionOperator Operator)[] Operators =
    [
        ("===", VersionOperator.Arbitrary), ("==", VersionOperator.Equal), ("!=", VersionOperator.NotEqual), ("~=", VersionOperator.Compatible),
        ("<=", VersionOperator.LessOrEqual), (">=", VersionOperator.GreaterOrEqual), ("<", VersionOperator.Less), (">", VersionOperator.Greater),
    ];

    private VersionSpecifier(VersionOperator @operator, string versionText, PythonVersion? version, bool isPrefix)
    {
        Operator = @operator;
        VersionText = versionText;
        Version = version;
        IsPrefix = isPrefix;
    }

    public VersionOperator Operator { get; }

    /// <summary>The version as written, with its <c>.*</c>.</summary>
    public string VersionText { get; }

    /// <summary>The version; null only for <c>===</c> with a text that is no PEP 440 version.</summary>
    public PythonVersion? Version { get; }

    /// <summary>Whether the clause ends in <c>.*</c>.</summary>
    public bool IsPrefix { get; }

    /// <summary>Whether the clause admits one release alone.</summary>
    public bool IsExact => Operator == VersionOperator.Arbitrary || (Operator == VersionOperator.Equal && !IsPrefix);

    public bool HasUpperBound => Operator is VersionOperator.Less or VersionOperator.LessOrEqual or VersionOperator.Compatible or VersionOperator.Equal or VersionOperator.Arbitrary;

    public bool HasLowerBound => Operator is VersionOperator.Greater or VersionOperator.GreaterOrEqual or VersionOperator.Compatible or VersionOperator.Equal or VersionOperator.Arbitrary;

    /// <summary>Whether the clause itself names a pre-release and so admits them.</summary>
    public bool AdmitsPreReleases =>
        Version is { IsPreRelease: true } && Operator is not (VersionOperator.NotEqual or VersionOperator.Less or VersionOperator.Greater);

    internal static VersionSpecifier Create(VersionOperator @operator, PythonVersion version, bool isPrefix = false) =>
        new(@operator, isPrefix ? $"{version}.*" : version.ToString(), version, isPrefix);

    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out VersionSpecifier? specifier)
    {
        text = text.Trim();
        foreach (var (symbol, @operator) in Operators)
        {
            if (!text.StartsWith(symbol, StringComparison.Ordinal)) continue;
            specifier = Read(@operator, text[symbol.Length..].TrimStart());
            return specifier is not null;
        }

        specifier = null;
        return false;
    }

    /// <summary>Whether the clause admits a version; whether pre-releases are wanted at all is the set's matter.</summary>
    public bool Allows(PythonVersion candidate) => Operator switch
    {
        VersionOperator.Arbitrary => string.Equals(candidate.ToString(), VersionText, StringComparison.OrdinalIgnoreCase),
        VersionOperator.Equal => EqualTo(candidate),
        VersionOperator.NotEqual => !EqualTo(candidate),
        VersionOperator.LessOrEqual => candidate.WithoutLocal() <= Version!,
        VersionOperator.GreaterOrEqual => candidate.WithoutLocal() >= Version!,
        VersionOperator.Less => candidate < Version! && (Version!.IsPreRelease || !candidate.IsPreRelease || !candidate.HasSameBase(Version)),
        VersionOperator.Greater => IsGreater(candidate),
        _ => candidate.WithoutLocal() >= Version! && HasPrefix(candidate, Version!.Release.Length - 1),
    };

    public override string ToString() => Operators.First(o => o.Operator == Operator).Text + VersionText;

    private static VersionSpecifier? Read(VersionOperator @operator, ReadOnlySpan<char> text)
    {
        if (@operator == VersionOperator.Arbitrary)
        {
            if (text.ContainsAny(" \t\r\n;)")) return null;
            _ = PythonVersion.TryParse(text, out var known);
            return new VersionSpecifier(@operator, text.ToString(), known, isPrefix: false);
        }

        var isPrefix = text.EndsWith(".*");
        if (!PythonVersionReader.TryRead(isPrefix ? text[..^2] : text, out var version)) return null;
        var isEquality = @operator is VersionOperator.Equal or VersionOperator.NotEqual;
        if (isPrefix && (!isEquality || version.IsPreRelease || version.IsPostRelease || version.Local is not null)) return null;
        if (version.Local is not null && !isEquality) return null;
        if (@operator == VersionOperator.Compatible && version.Release.Length < 2) return null;
        return new VersionSpecifier(@operator, text.ToString(), version, isPrefix);
    }

    private bool EqualTo(PythonVersion candidate)
    {
        if (IsPrefix) return HasPrefix(candidate, Version!.Release.Length);
        return (Version!.Local is null ? candidate.WithoutLocal() : candidate) == Version;
    }

    private bool HasPrefix(PythonVersion candidate, int length)
    {
        if (candidate.Epoch != Version!.Epoch) return false;
        for (var i = 0; i < length; i++)
            if ((i < candidate.Release.Length ? candidate.Release[i] : 0) != Version.Release[i]) return false;
        return true;
    }

    private bool IsGreater(PythonVersion candidate)
    {
        if (candidate <= Version!) return false;
        if (!candidate.HasSameBase(Version!)) return true;
        return candidate.Local is null && (Version!.IsPostRelease || !candidate.IsPostRelease);
    }
}
