using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Toml;

/// <summary>Places keys and headers into tables and refuses what TOML does not let be defined twice (toml.io, sections Keys and Table).</summary>
internal sealed class TomlTableBuilder
{
    public TomlTableBuilder() => Current = Root;

    public TomlTable Root { get; } = new(default, TomlTableOrigin.Header);

    /// <summary>The table the last header opened.</summary>
    public TomlTable Current { get; private set; }

    public static void Define(TomlTable table, ReadOnlySpan<TomlKeyPart> key, ConfigurationNode value)
    {
        foreach (var part in key[..^1]) table = StepByDottedKey(table, part);
        var last = key[^1];
        if (table[last.Name] is { } existing) throw Redefinition(existing, last);
        table.Add(last.Name, last.Span, value);
    }

    public void OpenTable(ReadOnlySpan<TomlKeyPart> key)
    {
        var table = StepTo(key[..^1]);
        var last = key[^1];
        switch (table[last.Name])
        {
            case null:
                Current = new TomlTable(HeaderSpan(key), TomlTableOrigin.Header);
                table.Add(last.Name, last.Span, Current);
                break;
            case TomlTable { Origin: TomlTableOrigin.Implicit } opened:
                opened.Origin = TomlTableOrigin.Header;
                opened.Span = HeaderSpan(key);
                Current = opened;
                break;
            case var existing:
                SkipBody();
                throw Redefinition(existing, last);
        }
    }

    public void OpenArrayElement(ReadOnlySpan<TomlKeyPart> key)
    {
        var table = StepTo(key[..^1]);
        var last = key[^1];
        var array = table[last.Name];
        if (array is null)
        {
            array = new TomlTableArray(HeaderSpan(key));
            table.Add(last.Name, last.Span, array);
        }

        if (array is not TomlTableArray tables)
        {
            SkipBody();
            throw Redefinition(array, last);
        }

        Current = new TomlTable(HeaderSpan(key), TomlTableOrigin.Header);
        tables.Add(Current);
    }

    private static TomlTable StepByDottedKey(TomlTable table, TomlKeyPart part)
    {
        switch (table[part.Name])
        {
            case null:
                var created = new TomlTable(part.Span, TomlTableOrigin.DottedKey);
                table.Add(part.Name, part.Span, created);
                return created;
            case TomlTable { Origin: TomlTableOrigin.DottedKey } open:
                return open;
            case TomlTable { Origin: TomlTableOrigin.Implicit } open:
                open.Origin = TomlTableOrigin.DottedKey;
                return open;
            case TomlTable { Origin: TomlTableOrigin.Header }:
                throw new TomlSyntaxException($"`{part.Name}` is a table with its own header; a dotted key cannot add to it", part.Span);
            case var existing:
                throw Redefinition(existing, part);
        }
    }

    private TomlTable StepTo(ReadOnlySpan<TomlKeyPart> path)
    {
        var table = Root;
        foreach (var part in path)
        {
            switch (table[part.Name])
            {
                case null:
                    var created = new TomlTable(part.Span, TomlTableOrigin.Implicit);
                    table.Add(part.Name, part.Span, created);
                    table = created;
                    break;
                case TomlTable { Origin: not TomlTableOrigin.Inline } next:
                    table = next;
                    break;
                case TomlTableArray array:
                    table = array.Last;
                    break;
                case var existing:
                    SkipBody();
                    throw Redefinition(existing, part);
            }
        }

        return table;
    }

    /// <summary>After a refused header its body goes to a table of no document, lest it be mistaken for the previous table's.</summary>
    private void SkipBody() => Current = new TomlTable(default, TomlTableOrigin.Header);

    private static TextSpan HeaderSpan(ReadOnlySpan<TomlKeyPart> key) => TextSpan.FromBounds(key[0].Span.Start, key[^1].Span.End);

    private static TomlSyntaxException Redefinition(ConfigurationNode existing, TomlKeyPart part)
    {
        var what = existing switch
        {
            TomlTable { Origin: TomlTableOrigin.Inline } => "an inline table, which is complete",
            TomlTable { Origin: TomlTableOrigin.DottedKey } => "a table made by a dotted key",
            TomlTable => "a table",
            TomlTableArray => "an array of tables",
            ConfigurationSequence => "an array, which is complete",
            _ => "a value",
        };
        return new TomlSyntaxException($"`{part.Name}` is already defined as {what}", part.Span);
    }
}
