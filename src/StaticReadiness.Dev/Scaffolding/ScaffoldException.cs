namespace StaticReadiness.Dev.Scaffolding;

/// <summary>Says why a rule cannot be scaffolded, in words for its author.</summary>
internal sealed class ScaffoldException(string message) : Exception(message);
