namespace StaticReadiness.Repository.Configuration;

/// <summary>Ends the reading of a YAML text that goes beyond a bound.</summary>
internal sealed class YamlLimitException(ConfigurationError error) : Exception(error.Message)
{
    public ConfigurationError Error { get; } = error;
}
