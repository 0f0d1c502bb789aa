using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Toml;

/// <summary>A table of a TOML document.</summary>
public sealed class TomlTable : ConfigurationMapping
{
    internal TomlTable(TextSpan span, TomlTableOrigin origin)
        : base(span) => Origin = origin;

    /// <summary>What defined the table, which decides what may still be added to it.</summary>
    internal TomlTableOrigin Origin { get; set; }
}

/// <summary>How a table came to be: as a step of a header, by its own header, by a dotted key, or in braces.</summary>
internal enum TomlTableOrigin : byte { Implicit, Header, DottedKey, Inline }
