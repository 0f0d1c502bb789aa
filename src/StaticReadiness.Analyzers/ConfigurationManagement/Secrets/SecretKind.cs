namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>What a name promises: a password people choose, a key the program signs with, or a token some service issued.</summary>
internal enum SecretKind { None, Password, Secret, Token }
