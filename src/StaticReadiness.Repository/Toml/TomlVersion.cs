namespace StaticReadiness.Repository.Toml;

/// <summary>The TOML specification a document is held to; 1.1 accepts every valid 1.0 document.</summary>
public enum TomlVersion : byte { V11, V10 }
