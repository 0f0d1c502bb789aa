using System.Buffers;

namespace StaticReadiness.Python.Semantics;

/// <summary>Tells strings that may name a module or what stands in it: <c>"shop.urls"</c>.</summary>
internal static class DottedString
{
    private const int Shortest = 3;
    private const int Longest = 119;

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.");

    public static bool IsOne(string text) => text.Length is >= Shortest and <= Longest && char.IsAsciiLetter(text[0]) && text.AsSpan().IndexOfAnyExcept(Characters) < 0;
}
