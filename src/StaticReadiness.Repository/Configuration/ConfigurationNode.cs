using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>A value of a configuration file (TOML, YAML, JSON, INI, .env) with its place in the text.</summary>
public abstract class ConfigurationNode(TextSpan span)
{
    /// <summary>The place of the value as it stands in the file; for a table the place that opens it.</summary>
    public TextSpan Span { get; internal set; } = span;

    /// <summary>The value's text when it is a string scalar, else null.</summary>
    public string? AsString() => this is ConfigurationScalar { Kind: ConfigurationScalarKind.String } scalar ? scalar.Text : null;

    /// <summary>The scalar's text whatever its kind, else null.</summary>
    public string? AsText() => (this as ConfigurationScalar)?.Text;
}
