namespace StaticReadiness.Reporting.Console;

/// <summary>One line of a code frame: source with its one-based number, or the marks under the line above.</summary>
/// <param name="Number">Null for marks and for lines left out.</param>
public sealed record CodeFrameLine(int? Number, string Text, bool IsMark);
