using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>A recursive-descent reader of PEP 508's grammar over one line.</summary>
internal sealed class RequirementReader(string text)
{
    private const int NestingLimit = 100;

    // Longer operators before their prefixes.
    private static readonly string[] Operators = ["===", "==", "~=", "!=", "<=", ">=", "<", ">"];

    private int position;
    private int depth;

    public RequirementError? Error { get; private set; }

    public Requirement? ReadRequirement()
    {
        SkipBlanks();
        var start = position;
        var name = ReadIdentifier();
        if (name is null) return Fail<Requirement>("a package name is expected", start);
        var nameSpan = TextSpan.FromBounds(start, position);
        SkipBlanks();
        var extras = ReadExtras();
        SkipBlanks();
        var specifiers = VersionSpecifierSet.Any;
        string? url = null;
        if (Error is null && Take('@')) url = ReadUrl();
        else if (Error is null) specifiers = ReadSpecifiers();
        var marker = Error is null ? ReadMarkerTail() : null;
        return Error is null ? new Requirement(name, nameSpan, extras, specifiers!, url, marker) : null;
    }

    public Marker? ReadWholeMarker()
    {
        var marker = ReadMarker();
        if (Error is null && position < text.Length) return Fail<Marker>("`and`, `or` or the end of the marker is expected", position);
        return Error is null ? marker : null;
    }

    private ImmutableArray<string> ReadExtras()
    {
        if (!Take('[')) return [];
        var extras = ImmutableArray.CreateBuilder<string>();
        SkipBlanks();
        while (!Take(']'))
        {
            if (extras.Count > 0 && !Take(',')) return FailExtras("`,` or `]` is expected after an extra");
            SkipBlanks();
            if (ReadIdentifier() is not { } extra) return FailExtras("the name of an extra is expected");
            extras.Add(extra);
            SkipBlanks();
        }

        return extras.DrainToImmutable();
    }

    private ImmutableArray<string> FailExtras(string message)
    {
        Fail<object>(message, position);
        return [];
    }

    private string? ReadUrl()
    {
        SkipBlanks();
        var start = position;
        while (position < text.Length && text[position] is not (' ' or '\t')) position++;
        if (position == start) return Fail<string>("a URL is expected after `@`", start);
        return text[start..position];
    }

    private VersionSpecifierSet? ReadSpecifiers()
    {
        var parenthesised = Take('(');
        SkipBlanks();
        var clauses = ImmutableArray.CreateBuilder<VersionSpecifier>();
        while (position < text.Length && text[position] is '<' or '>' or '=' or '!' or '~')
        {
            var start = position;
            if (ReadClause() is not { } clause) return Fail<VersionSpecifierSet>($"`{text[start..position].TrimEnd()}` is no version specifier", start);
            clauses.Add(clause);
            SkipBlanks();
            if (!Take(',')) break;
            SkipBlanks();
        }

        if (parenthesised && !Take(')')) return Fail<VersionSpecifierSet>("`)` is expected after the version specifiers", position);
        return clauses.Count == 0 ? VersionSpecifierSet.Any : new VersionSpecifierSet(clauses.DrainToImmutable());
    }

    private VersionSpecifier? ReadClause()
    {
        var start = position;
        while (position < text.Length && text[position] is '<' or '>' or '=' or '!' or '~') position++;
        SkipBlanks();
        while (position < text.Length && text[position] is not (' ' or '\t' or ',' or ';' or ')')) position++;
        return VersionSpecifier.TryParse(text.AsSpan(start, position - start), out var clause) ? clause : null;
    }

    private Marker? ReadMarkerTail()
    {
        SkipBlanks();
        if (position == text.Length) return null;
        if (!Take(';')) return Fail<Marker>("a version specifier, `;` or the end is expected", position);
        return ReadWholeMarker();
    }

    private Marker? ReadMarker() => ReadJunction(isAnd: false);

    private Marker? ReadJunction(bool isAnd)
    {
        var first = isAnd ? ReadAtom() : ReadJunction(isAnd: true);
        if (Error is not null || !TakeWord(isAnd ? "and" : "or")) return first;
        var operands = ImmutableArray.CreateBuilder<Marker>();
        operands.Add(first!);
        do
        {
            if ((isAnd ? ReadAtom() : ReadJunction(isAnd: true)) is not { } next) return null;
            operands.Add(next);
        }
        while (TakeWord(isAnd ? "and" : "or"));
        return new MarkerJunction(isAnd, operands.DrainToImmutable());
    }

    private Marker? ReadAtom()
    {
        SkipBlanks();
        if (!Take('(')) return ReadComparison();
        if (++depth > NestingLimit) return Fail<Marker>($"parentheses are nested deeper than {NestingLimit}", position);
        var marker = ReadMarker();
        depth--;
        if (Error is null && !Take(')')) return Fail<Marker>("`)` is expected", position);
        SkipBlanks();
        return marker;
    }

    private MarkerComparison? ReadComparison()
    {
        if (ReadOperand() is not { } left || ReadOperator() is not { } @operator || ReadOperand() is not { } right) return null;
        return new MarkerComparison(left, @operator, right);
    }

    private MarkerOperand? ReadOperand()
    {
        SkipBlanks();
        var start = position;
        if (position < text.Length && text[position] is '\'' or '"')
        {
            var end = text.IndexOf(text[position], position + 1);
            if (end < 0) return FailOperand("the quoted text is never closed", start);
            position = end + 1;
            SkipBlanks();
            return new MarkerOperand(text[(start + 1)..end], IsVariable: false);
        }

        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '_' or '.')) position++;
        var name = text[start..position].Replace('.', '_');
        // The older spelling PEP 508 keeps as an alias.
        if (name == "python_implementation") name = "platform_python_implementation";
        if (!MarkerEnvironment.IsVariable(name)) return FailOperand(name.Length == 0 ? "a marker variable or a quoted text is expected" : $"`{name}` is no marker variable", start);
        SkipBlanks();
        return new MarkerOperand(name, IsVariable: true);
    }

    private MarkerOperand? FailOperand(string message, int start)
    {
        Fail<object>(message, start);
        return null;
    }

    private string? ReadOperator()
    {
        foreach (var symbol in Operators)
        {
            if (string.CompareOrdinal(text, position, symbol, 0, symbol.Length) != 0) continue;
            position += symbol.Length;
            return symbol;
        }

        if (TakeWord("in")) return "in";
        if (TakeWord("not") && TakeWord("in")) return "not in";
        return Fail<string>("a comparison operator, `in` or `not in` is expected", position);
    }

    private string? ReadIdentifier()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '-' or '_' or '.')) position++;
        // "name-" ends in no letter or digit: the name is what stands before.
        while (position > start && text[position - 1] is '-' or '_' or '.') position--;
        var isName = position > start && char.IsAsciiLetterOrDigit(text[start]);
        if (!isName) position = start;
        return isName ? text[start..position] : null;
    }

    private bool TakeWord(string word)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0) return false;
        var end = position + word.Length;
        if (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) return false;
        position = end;
        return true;
    }

    private bool Take(char c)
    {
        if (position >= text.Length || text[position] != c) return false;
        position++;
        return true;
    }

    private void SkipBlanks()
    {
        while (position < text.Length && text[position] is ' ' or '\t') position++;
    }

    private T? Fail<T>(string message, int start)
        where T : class
    {
        Error ??= new RequirementError(message, TextSpan.FromBounds(start, Math.Max(start, Math.Min(text.Length, Math.Max(position, start + 1)))));
        return null;
    }
}
