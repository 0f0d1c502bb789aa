using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Configuration;

/// <summary>One key of a mapping with its value; the key's span is where the key stands.</summary>
public readonly record struct ConfigurationEntry(string Key, TextSpan KeySpan, ConfigurationNode Value);
