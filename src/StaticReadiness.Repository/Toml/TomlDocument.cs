using System.Collections.Immutable;
using System.Text;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Toml;

/// <summary>A parsed TOML text: its root table, which holds what could be read, and its errors in order of place.</summary>
public sealed class TomlDocument
{
    /// <summary>Longer texts are refused, in UTF-16 code units; the largest lock files known are a tenth of it.</summary>
    public const int LengthLimit = 32 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private TomlDocument(SourceText text, TomlTable root, ImmutableArray<ConfigurationError> errors)
    {
        Text = text;
        Root = root;
        Errors = errors;
    }

    public SourceText Text { get; }

    public TomlTable Root { get; }

    public ImmutableArray<ConfigurationError> Errors { get; }

    public static TomlDocument Parse(SourceText text, TomlVersion version = TomlVersion.V11)
    {
        if (text.Length > LengthLimit)
            return Refuse(text, $"the file has {text.Length:N0} characters; TOML files are read up to {LengthLimit:N0}");
        var tokens = TomlLexer.Read(text.Content, version);
        var parser = new TomlParser(new TomlParserTypes.ITokenStream(text.Content, tokens, version));
        parser.document();
        return new TomlDocument(text, parser.Root, [.. parser.Errors]);
    }

    /// <summary>Parses a file's bytes, which TOML requires to be UTF-8.</summary>
    public static TomlDocument Parse(ReadOnlySpan<byte> utf8, TomlVersion version = TomlVersion.V11)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        try
        {
            return Parse(SourceText.From(Strict.GetString(utf8)), version);
        }
        catch (DecoderFallbackException exception)
        {
            return Refuse(SourceText.From(""), $"the file is not UTF-8: byte {exception.Index + 1} begins no character");
        }
    }

    private static TomlDocument Refuse(SourceText text, string message) =>
        new(text, new TomlTable(default, TomlTableOrigin.Header), [new ConfigurationError(message, default)]);
}
