namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>What a name promises: a password people choose, a secret two parties share, the key a framework signs with, or a token some service issued.</summary>
internal enum SecretKind { None, Password, Secret, Key, Token }
