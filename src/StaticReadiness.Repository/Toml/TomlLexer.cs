using System.Buffers;
using System.Text;

namespace StaticReadiness.Repository.Toml;

/// <summary>Splits a TOML text into tokens; the brackets around a place decide whether a key or a value is read there.</summary>
internal sealed class TomlLexer
{
    /// <summary>Deeper brackets than this are refused, so that no input can exhaust the stack.</summary>
    internal const int NestingLimit = 256;

    private const int ErrorLimit = 100;
    private static readonly SearchValues<char> BareKeyCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly SearchValues<char> ScalarCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+.:");
    private static readonly SearchValues<char> BasicStops = SearchValues.Create("\"\\" + ControlCharacters());
    private static readonly SearchValues<char> LiteralStops = SearchValues.Create("'" + ControlCharacters());
    private static readonly SearchValues<char> Controls = SearchValues.Create(ControlCharacters());

    private readonly string text;
    private readonly bool newlineInInlineTable;
    private readonly TomlTokens tokens;
    private readonly bool[] braces = new bool[NestingLimit];
    private int depth;
    private int position;
    private bool readsKey = true;
    private bool lineStart = true;
    private int header;

    private TomlLexer(string text, TomlVersion version)
    {
        this.text = text;
        newlineInInlineTable = version != TomlVersion.V10;
        tokens = new TomlTokens((text.Length / 6) + 16);
    }

    public static TomlTokens Read(string text, TomlVersion version)
    {
        var lexer = new TomlLexer(text, version);
        lexer.Run();
        return lexer.tokens;
    }

    private static string ControlCharacters() =>
        string.Create(32, 0, (buffer, _) =>
        {
            var at = 0;
            for (var c = '\0'; c < ' '; c++)
                if (c != '\t') buffer[at++] = c;
            buffer[at] = '\u007f';
        });

    private void Run()
    {
        while (position < text.Length && tokens.ErrorCount < ErrorLimit) ReadToken();
        tokens.Add(TomlParser.NEWLINE, text.Length, text.Length);
        tokens.Add(-1, text.Length, text.Length);
    }

    private void ReadToken()
    {
        var c = text[position];
        switch (c)
        {
            case ' ' or '\t':
                position++;
                return;
            case '#':
                SkipComment();
                return;
            case '\n':
                EndLine(1);
                return;
            case '\r' when position + 1 < text.Length && text[position + 1] == '\n':
                EndLine(2);
                return;
            case '"':
                ReadQuoted('"', BasicStops, TomlParser.BASIC_STRING, TomlParser.MULTILINE_BASIC_STRING);
                break;
            case '\'':
                ReadQuoted('\'', LiteralStops, TomlParser.LITERAL_STRING, TomlParser.MULTILINE_LITERAL_STRING);
                break;
            case '[' or ']' or '{' or '}' or ',' or '=':
                ReadPunctuation(c);
                break;
            default:
                ReadWord(c);
                break;
        }

        lineStart = false;
    }

    private void SkipComment()
    {
        var rest = text.AsSpan(position);
        var stop = rest.IndexOfAny(Controls);
        if (stop < 0) stop = rest.Length;
        var end = position + stop;
        if (end < text.Length && text[end] != '\n' && !(text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n'))
            Fail($"the control character U+{(int)text[end]:X4} cannot stand in a comment", end, end + 1);
        else position = end;
    }

    private void EndLine(int length)
    {
        if (depth > 0)
        {
            if (braces[depth - 1] && !newlineInInlineTable)
            {
                Fail("an inline table cannot span lines before TOML 1.1", position, position + length);
                return;
            }

            position += length;
            return;
        }

        if (!lineStart) tokens.Add(TomlParser.NEWLINE, position, position + length);
        position += length;
        StartLine();
    }

    private void StartLine()
    {
        depth = 0;
        readsKey = true;
        lineStart = true;
        header = 0;
    }

    private void ReadPunctuation(char c)
    {
        switch (c)
        {
            case '[' when lineStart:
                header = Peek(1) == '[' ? 2 : 1;
                Emit(header == 2 ? TomlParser.LEFT_BRACKETS : TomlParser.LEFT_BRACKET, header);
                break;
            case ']' when header > 0:
                var closing = header == 2 && Peek(1) == ']' ? 2 : 1;
                Emit(closing == 2 ? TomlParser.RIGHT_BRACKETS : TomlParser.RIGHT_BRACKET, closing);
                break;
            case '[' or '{' when depth == NestingLimit:
                Fail($"brackets are nested deeper than {NestingLimit}", position, position + 1);
                break;
            case '[' or '{':
                braces[depth++] = c == '{';
                readsKey = c == '{';
                Emit(c == '{' ? TomlParser.LEFT_BRACE : TomlParser.LEFT_BRACKET, 1);
                break;
            case ']' or '}':
                if (depth > 0) depth--;
                Emit(c == '}' ? TomlParser.RIGHT_BRACE : TomlParser.RIGHT_BRACKET, 1);
                break;
            case ',':
                readsKey = depth > 0 && braces[depth - 1];
                Emit(TomlParser.COMMA, 1);
                break;
            default:
                // An '=' inside an array means its bracket was never closed: the line is read as the key it is.
                if (depth > 0 && !braces[depth - 1]) depth = 0;
                readsKey = false;
                Emit(TomlParser.EQUALS, 1);
                break;
        }
    }

    private void ReadWord(char c)
    {
        if (readsKey && c == '.')
        {
            Emit(TomlParser.DOT, 1);
            return;
        }

        var length = RunLength(position, readsKey ? BareKeyCharacters : ScalarCharacters);
        if (length == 0)
        {
            Fail(Describe(position) + (readsKey ? " cannot stand in a bare key" : " cannot stand in a value"), position, position + 1);
            return;
        }

        if (!readsKey && length == 10 && IsDate(position) && Peek(10) == ' ' && char.IsAsciiDigit(Peek(11)))
            length += 1 + RunLength(position + 11, ScalarCharacters);
        Emit(readsKey ? TomlParser.BARE_KEY : TomlParser.SCALAR, length);
    }

    private int RunLength(int start, SearchValues<char> characters)
    {
        var end = text.AsSpan(start).IndexOfAnyExcept(characters);
        return end < 0 ? text.Length - start : end;
    }

    private bool IsDate(int start)
    {
        for (var i = 0; i < 10; i++)
            if (i is 4 or 7 ? text[start + i] != '-' : !char.IsAsciiDigit(text[start + i])) return false;
        return true;
    }

    private void ReadQuoted(char quote, SearchValues<char> stops, int kind, int multilineKind)
    {
        var multiline = Peek(1) == quote && Peek(2) == quote;
        var at = position + (multiline ? 3 : 1);
        while (true)
        {
            var found = text.AsSpan(at).IndexOfAny(stops);
            if (found < 0)
            {
                Fail("the string is never closed", position, text.Length);
                return;
            }

            at += found;
            var c = text[at];
            if (c == quote)
            {
                var end = multiline ? ClosingEnd(at, quote) : at + 1;
                if (end > 0)
                {
                    Emit(multiline ? multilineKind : kind, end - position);
                    return;
                }

                at++;
            }
            else if (c == '\\') at += at + 1 < text.Length && text[at + 1] is '"' or '\\' ? 2 : 1;
            else if (multiline && c == '\n') at++;
            else if (multiline && c == '\r' && at + 1 < text.Length && text[at + 1] == '\n') at += 2;
            else
            {
                var message = c is '\n' or '\r' && !multiline ? "the string is not closed on its line" : $"the control character U+{(int)c:X4} cannot stand in a string";
                Fail(message, c is '\n' or '\r' ? position : at, at + 1);
                return;
            }
        }
    }

    /// <summary>The end of a multi-line string whose closing quotes begin here (up to two quotes may belong to the text), or 0.</summary>
    private int ClosingEnd(int at, char quote)
    {
        var count = 0;
        while (count < 5 && at + count < text.Length && text[at + count] == quote) count++;
        return count >= 3 ? at + count : 0;
    }

    private char Peek(int offset) => position + offset < text.Length ? text[position + offset] : '\0';

    private void Emit(int kind, int length)
    {
        tokens.Add(kind, position, position + length);
        position += length;
    }

    private void Fail(string message, int start, int end)
    {
        tokens.AddError(message, start, Math.Min(end, text.Length));
        var newline = text.AsSpan(start).IndexOf('\n');
        tokens.Add(TomlParser.NEWLINE, start, start);
        position = newline < 0 ? text.Length : start + newline + 1;
        StartLine();
    }

    private string Describe(int at)
    {
        var known = Rune.TryGetRuneAt(text, at, out var rune);
        return !known || Rune.IsControl(rune) ? $"the control character U+{(int)text[at]:X4}" : $"`{rune}`";
    }
}
