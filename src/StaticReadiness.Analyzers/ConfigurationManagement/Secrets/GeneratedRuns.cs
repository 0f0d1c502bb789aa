using System.Buffers;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Looks for what every generated token has somewhere: letters and digits in a row that no word is made of.</summary>
internal static class GeneratedRuns
{
    private const int Length = 10;

    // One token in some hundreds has no digit; hardly a name is as long as that.
    private const int LengthOfLetters = 28;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    /// <summary>Whether a text has ten letters and digits in a row, a digit among them or many more of them. Looks at the end of a row first, so that most of a text is never read.</summary>
    public static bool AreIn(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start + Length <= text.Length)
        {
            var back = start + Length - 1;
            while (back >= start && char.IsAsciiLetterOrDigit(text[back])) back--;
            if (back >= start)
            {
                start = back + 1;
                continue;
            }

            var end = start + Length;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (end - start >= LengthOfLetters || text[start..end].ContainsAny(Digits)) return true;
            start = end + 1;
        }

        return false;
    }
}
