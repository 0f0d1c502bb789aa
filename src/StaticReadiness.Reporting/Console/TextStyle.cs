namespace StaticReadiness.Reporting.Console;

/// <summary>What a piece of console text is, from which its colour follows.</summary>
public enum TextStyle { Plain, Bold, Dim, Path, Rule, Error, Warning, Note, Good, Fair, Poor }
