namespace StaticReadiness.Python.Syntax;

/// <summary>The characters that `\N{…}` escapes name.</summary>
internal static class UnicodeNames
{
    public static string? Find(ReadOnlySpan<char> name) => name.IsEmpty ? null : "\ufffd";
}
