using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Reads Poetry's version constraints: caret, tilde, wildcard, bare versions and <c>||</c> (Poetry documentation, Dependency specification).</summary>
public static class PoetryConstraintReader
{
    private static readonly string[] Operators = ["===", "==", "!=", "~=", "<=", ">=", "<", ">", "^", "~", "="];

    public static bool TryRead(string text, [NotNullWhen(true)] out VersionConstraint? constraint)
    {
        constraint = null;
        var alternatives = ImmutableArray.CreateBuilder<VersionSpecifierSet>();
        foreach (var alternative in text.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ReadAll(alternative) is not { } set) return false;
            alternatives.Add(set);
        }

        if (alternatives.Count == 0 && text.AsSpan().ContainsAnyExcept("| \t")) return false;
        if (alternatives.Count == 0) alternatives.Add(VersionSpecifierSet.Any);
        constraint = new VersionConstraint(text.Trim(), alternatives.DrainToImmutable());
        return true;
    }

    private static VersionSpecifierSet? ReadAll(string text)
    {
        var clauses = ImmutableArray.CreateBuilder<VersionSpecifier>();
        var position = 0;
        while (true)
        {
            while (position < text.Length && (char.IsWhiteSpace(text[position]) || text[position] == ',')) position++;
            if (position == text.Length) return clauses.Count == 0 ? VersionSpecifierSet.Any : new VersionSpecifierSet(clauses.DrainToImmutable());
            var symbol = Operators.FirstOrDefault(o => string.CompareOrdinal(text, position, o, 0, o.Length) == 0) ?? "";
            position += symbol.Length;
            while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
            var start = position;
            while (position < text.Length && !char.IsWhiteSpace(text[position]) && text[position] is not (',' or '<' or '>' or '=' or '!' or '~' or '^')) position++;
            if (!Add(clauses, symbol, text[start..position])) return null;
        }
    }

    private static bool Add(ImmutableArray<VersionSpecifier>.Builder clauses, string symbol, string version)
    {
        if (version is "*" or "x" or "X") return symbol is "" or "==" or "=" or ">=";
        if (version.EndsWith(".*", StringComparison.Ordinal) || version.EndsWith(".x", StringComparison.Ordinal)) return AddPrefix(clauses, symbol, version[..^2]);
        if (!PythonVersion.TryParse(version, out var parsed)) return false;
        switch (symbol)
        {
            case "^":
                AddRange(clauses, parsed, CaretIndex(parsed));
                return true;
            case "~":
                AddRange(clauses, parsed, parsed.Release.Length > 1 ? 1 : 0);
                return true;
            default:
                var pep440 = symbol is "" or "=" ? "==" : symbol;
                if (!VersionSpecifier.TryParse(pep440 + version, out var clause)) return false;
                clauses.Add(clause);
                return true;
        }
    }

    private static bool AddPrefix(ImmutableArray<VersionSpecifier>.Builder clauses, string symbol, string version)
    {
        while (version.EndsWith(".*", StringComparison.Ordinal)) version = version[..^2];
        if (symbol is not ("" or "==" or "=" or "!=" or "^" or "~")) return Add(clauses, symbol, version);
        if (!PythonVersion.TryParse(version, out var parsed)) return false;
        if (symbol == "^") AddRange(clauses, parsed, CaretIndex(parsed));
        else clauses.Add(VersionSpecifier.Create(symbol == "!=" ? VersionOperator.NotEqual : VersionOperator.Equal, parsed, isPrefix: true));
        return true;
    }

    /// <summary>A caret lets everything behind the first number that is not zero change.</summary>
    private static int CaretIndex(PythonVersion version)
    {
        for (var i = 0; i < version.Release.Length; i++)
            if (version.Release[i] != 0) return i;
        return version.Release.Length - 1;
    }

    private static void AddRange(ImmutableArray<VersionSpecifier>.Builder clauses, PythonVersion lower, int index)
    {
        var upper = lower.Release.Take(index + 1).ToArray();
        upper[index]++;
        clauses.Add(VersionSpecifier.Create(VersionOperator.GreaterOrEqual, lower));
        clauses.Add(VersionSpecifier.Create(VersionOperator.Less, new PythonVersion(lower.Epoch, [.. upper], PreReleaseKind.None, 0, null, null, null)));
    }
}
