using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Toml;

/// <summary>Carries an error from its place to the line rule, which records it and goes on with the next line.</summary>
internal class TomlSyntaxException(ConfigurationError error) : Exception(error.Message)
{
    public TomlSyntaxException(string message, TextSpan span)
        : this(new ConfigurationError(message, span))
    {
    }

    public TomlSyntaxException(TomlSyntaxException inner)
        : this(inner.Error)
    {
    }

    public ConfigurationError Error { get; } = error;
}
