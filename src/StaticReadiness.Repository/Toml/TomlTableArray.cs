using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Toml;

/// <summary>An array of tables, written as <c>[[name]]</c> headers.</summary>
internal sealed class TomlTableArray(TextSpan span) : ConfigurationSequence(span, [])
{
    public TomlTable Last => (TomlTable)Items[^1];
}
