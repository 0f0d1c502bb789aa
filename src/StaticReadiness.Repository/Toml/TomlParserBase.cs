using System.Runtime.InteropServices;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Toml;

/// <summary>What the generated parser's actions do: keys and values on two stacks, tables through <see cref="TomlTableBuilder"/>.</summary>
internal abstract partial class TomlParserBase : TomlParserTypes
{
    private const int KeyPartLimit = 256;
    private const int ErrorLimit = 100;
    private readonly string text = "";
    private readonly TomlVersion version;
    private readonly TomlTokens tokens;
    private readonly sbyte[] kinds;
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly TomlTableBuilder builder = new();
    private readonly List<TomlKeyPart> keys = [];
    private readonly List<ConfigurationNode> values = [];
    private readonly Stack<TomlTable> openTables = new();
    private readonly string?[] keyCache = new string?[256];
    private int position;

    protected TomlParserBase(ITokenStream input, TextWriter output, TextWriter errorOutput)
    {
        _ = output;
        _ = errorOutput;
        text = input.Text;
        version = input.Version;
        tokens = input.Tokens;
        kinds = tokens.Kinds;
        starts = tokens.Starts;
        ends = tokens.Ends;
    }

    public TomlTable Root => builder.Root;

    public List<ConfigurationError> Errors { get; } = [];

    private TomlTable CurrentTable => openTables.TryPeek(out var table) ? table : builder.Current;

    protected int KeyMark() => keys.Count;

    protected int ValueMark() => values.Count;

    protected int TokenStart() => starts[position];

    protected void PushBareKey() => PushKey(Intern(LastText()));

    protected void PushBasicKey() => PushKey(TomlStringReader.ReadBasic(LastText()[1..^1], LastSpan().Start + 1, version));

    protected void PushLiteralKey() => PushKey(LastText()[1..^1].ToString());

    protected void PushScalar() => values.Add(TomlScalarReader.Read(LastText(), LastSpan(), version));

    protected void PushBasicString() => PushString(TomlStringReader.ReadBasic(LastText()[1..^1], LastSpan().Start + 1, version));

    protected void PushLiteralString() => PushString(LastText()[1..^1].ToString());

    protected void PushMultilineBasicString()
    {
        var content = TomlStringReader.TrimFirstNewline(LastText()[3..^3], out var trimmed);
        PushString(TomlStringReader.ReadBasic(content, LastSpan().Start + 3 + trimmed, version));
    }

    protected void PushMultilineLiteralString() => PushString(TomlStringReader.TrimFirstNewline(LastText()[3..^3], out _).ToString());

    protected void PushArray(int mark, int start)
    {
        var items = values.GetRange(mark, values.Count - mark);
        values.RemoveRange(mark, items.Count);
        values.Add(new ConfigurationSequence(TextSpan.FromBounds(start, ends[position - 1]), items));
    }

    protected void OpenInlineTable() => openTables.Push(new TomlTable(LastSpan(), TomlTableOrigin.DottedKey));

    protected void CloseInlineTable(int start)
    {
        var table = openTables.Pop();
        table.Origin = TomlTableOrigin.Inline;
        table.Span = TextSpan.FromBounds(start, ends[position - 1]);
        values.Add(table);
    }

    protected void Define(int mark)
    {
        var value = values[^1];
        values.RemoveAt(values.Count - 1);
        TomlTableBuilder.Define(CurrentTable, KeysFrom(mark), value);
        keys.RemoveRange(mark, keys.Count - mark);
    }

    protected void OpenTable(int mark)
    {
        builder.OpenTable(KeysFrom(mark));
        keys.RemoveRange(mark, keys.Count - mark);
    }

    protected void OpenArrayElement(int mark)
    {
        builder.OpenArrayElement(KeysFrom(mark));
        keys.RemoveRange(mark, keys.Count - mark);
    }

    protected void RefuseDoubleComma()
    {
        if (kinds[position] == TomlParser.COMMA) throw new TomlSyntaxException("a value is missing between two commas", tokens.SpanAt(position));
    }

    protected void RefuseTrailingComma()
    {
        if (version == TomlVersion.V10 && kinds[position - 1] == TomlParser.COMMA)
            throw new TomlSyntaxException("an inline table cannot end in a comma before TOML 1.1", tokens.SpanAt(position - 1));
    }

    protected void FailAtStray() => throw Unexpected("a key or a table header");

    /// <summary>Records the error and moves behind the end of its line, where the next statement begins.</summary>
    protected void RecoverAtLine(TomlSyntaxException exception)
    {
        Errors.Add(exception.Error);
        keys.Clear();
        values.Clear();
        openTables.Clear();
        if (Errors.Count == ErrorLimit) position = tokens.Count - 1;
        while (kinds[position] is not (TomlParser.NEWLINE or Eof)) position++;
        if (kinds[position] == TomlParser.NEWLINE) position++;
    }

    private TomlSyntaxException Unexpected(string expected)
    {
        if (tokens.MessageAt(position) is { } message) return new TomlSyntaxException(message, tokens.SpanAt(position));
        var found = kinds[position] switch
        {
            TomlParser.NEWLINE => "the line ends",
            Eof => "the file ends",
            _ => $"{Shorten(tokens.SpanAt(position))} stands",
        };
        return new TomlSyntaxException($"{found} where {expected} is expected", tokens.SpanAt(position));
    }

    private string Shorten(TextSpan span)
    {
        var content = text.AsSpan(span.Start, Math.Min(span.Length, 24));
        var newline = content.IndexOfAny('\r', '\n');
        if (newline >= 0) content = content[..newline];
        return $"`{content}{(content.Length < span.Length ? "…" : "")}`";
    }

    private ReadOnlySpan<TomlKeyPart> KeysFrom(int mark) =>
        CollectionsMarshal.AsSpan(keys)[mark..];

    private void PushKey(string name)
    {
        if (keys.Count == KeyPartLimit) throw new TomlSyntaxException($"a key has more than {KeyPartLimit} parts", LastSpan());
        keys.Add(new TomlKeyPart(name, LastSpan()));
    }

    private void PushString(string value) => values.Add(ConfigurationScalar.FromString(value, LastSpan()));

    private ReadOnlySpan<char> LastText() => text.AsSpan(starts[position - 1], ends[position - 1] - starts[position - 1]);

    private TextSpan LastSpan() => tokens.SpanAt(position - 1);

    /// <summary>Lock files repeat a handful of keys a hundred thousand times: each is one string.</summary>
    private string Intern(ReadOnlySpan<char> key)
    {
        var slot = (key[0] + (31 * key[^1]) + (7 * key.Length)) & 255;
        if (keyCache[slot] is { } cached && key.SequenceEqual(cached)) return cached;
        return keyCache[slot] = key.ToString();
    }
}

/// <summary>One step of a dotted key with its place.</summary>
internal readonly record struct TomlKeyPart(string Name, TextSpan Span);
