namespace StaticReadiness.Repository.Files;

/// <summary>Git's glob dialect (gitignore(5), "PATTERN FORMAT"): <c>*</c> and <c>?</c> stop at slashes, <c>**</c> between slashes does not.</summary>
internal static class Wildmatch
{
    private enum Outcome
    {
        Match,
        NoMatch,

        /// <summary>No longer text after this one can match either: ends the search of every enclosing star.</summary>
        Abort,

        /// <summary>A single star met a slash: only an enclosing double star may go on.</summary>
        AbortToDoubleStar,
    }

    /// <summary>Whether the pattern matches the whole text.</summary>
    /// <param name="slashSensitive">False lets every wildcard cross slashes, as git does for patterns without a slash.</param>
    public static bool IsMatch(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool slashSensitive) =>
        new Search(slashSensitive).Match(pattern, 0, text) == Outcome.Match;

    /// <summary>Matches one character against a bracket expression; returns the position after it, or -1 when it never closes.</summary>
    private static int MatchBracket(ReadOnlySpan<char> pattern, int open, char c, out bool inside)
    {
        inside = false;
        var p = open + 1;
        var negated = p < pattern.Length && pattern[p] is '!' or '^';
        if (negated) p++;
        var first = true;
        while (p < pattern.Length && (first || pattern[p] != ']'))
        {
            first = false;
            if (pattern[p] == '[' && p + 1 < pattern.Length && pattern[p + 1] == ':')
            {
                var close = pattern[(p + 2)..].IndexOf(']');
                if (close < 0) return -1;
                if (close > 0 && pattern[p + 2 + close - 1] == ':')
                {
                    if (!IsInClass(pattern.Slice(p + 2, close - 1), c, out var member)) return -1;
                    inside |= member;
                    p += close + 3;
                    continue;
                }
            }

            if (!TryReadMember(pattern, ref p, out var low)) return -1;
            var high = low;
            if (p + 1 < pattern.Length && pattern[p] == '-' && pattern[p + 1] != ']')
            {
                p++;
                if (!TryReadMember(pattern, ref p, out high)) return -1;
            }

            inside |= low <= c && c <= high;
        }

        if (p >= pattern.Length) return -1;
        inside ^= negated;
        return p + 1;
    }

    private static bool TryReadMember(ReadOnlySpan<char> pattern, ref int p, out char member)
    {
        member = default;
        if (pattern[p] == '\\' && ++p == pattern.Length) return false;
        member = pattern[p++];
        return true;
    }

    private static bool IsInClass(ReadOnlySpan<char> name, char c, out bool member)
    {
        member = name switch
        {
            "alnum" => char.IsAsciiLetterOrDigit(c),
            "alpha" => char.IsAsciiLetter(c),
            "blank" => c is ' ' or '\t',
            "cntrl" => c < ' ' || c == 0x7F,
            "digit" => char.IsAsciiDigit(c),
            "graph" => c is > ' ' and < (char)0x7F,
            "lower" => char.IsAsciiLetterLower(c),
            "print" => c is >= ' ' and < (char)0x7F,
            "punct" => c is > ' ' and < (char)0x7F && !char.IsAsciiLetterOrDigit(c),
            "space" => c is ' ' or '\t' or '\n' or '\r' or '\v' or '\f',
            "upper" => char.IsAsciiLetterUpper(c),
            "xdigit" => char.IsAsciiHexDigit(c),
            _ => false,
        };
        return name is "alnum" or "alpha" or "blank" or "cntrl" or "digit" or "graph" or "lower" or "print" or "punct" or "space" or "upper" or "xdigit";
    }

    /// <summary>One pattern against one text. What a star came to is kept once there were many: every further star would multiply the work.</summary>
    private struct Search(bool slashSensitive)
    {
        private const int Few = 64;

        private int stars;
        private Dictionary<(int Star, int Left), Outcome>? known;

        public Outcome Match(ReadOnlySpan<char> pattern, int start, ReadOnlySpan<char> text)
        {
            var p = start;
            var t = 0;
            while (p < pattern.Length)
            {
                var c = pattern[p];
                if (t == text.Length && c != '*') return Outcome.Abort;
                switch (c)
                {
                    case '*':
                        return MatchStar(pattern, p, text[t..]);
                    case '?':
                        if (slashSensitive && text[t] == '/') return Outcome.NoMatch;
                        p++;
                        break;
                    case '[':
                        var next = MatchBracket(pattern, p, text[t], out var inside);
                        if (next < 0) return Outcome.Abort;
                        if (!inside || (slashSensitive && text[t] == '/')) return Outcome.NoMatch;
                        p = next;
                        break;
                    default:
                        if (c == '\\')
                        {
                            if (++p == pattern.Length) return Outcome.Abort;
                            c = pattern[p];
                        }

                        if (text[t] != c) return Outcome.NoMatch;
                        p++;
                        break;
                }

                t++;
            }

            return t == text.Length ? Outcome.Match : Outcome.NoMatch;
        }

        private Outcome MatchStar(ReadOnlySpan<char> pattern, int star, ReadOnlySpan<char> text)
        {
            if (++stars < Few) return FollowStar(pattern, star, text);
            known ??= [];
            if (known.TryGetValue((star, text.Length), out var outcome)) return outcome;
            return known[(star, text.Length)] = FollowStar(pattern, star, text);
        }

        private Outcome FollowStar(ReadOnlySpan<char> pattern, int star, ReadOnlySpan<char> text)
        {
            var p = star;
            while (p < pattern.Length && pattern[p] == '*') p++;
            var crossesSlashes = !slashSensitive;
            if (slashSensitive && p - star > 1)
            {
                var opens = star == 0 || pattern[star - 1] == '/';
                var closes = p == pattern.Length || pattern[p] == '/' || (pattern[p] == '\\' && p + 1 < pattern.Length && pattern[p + 1] == '/');
                if (opens && closes)
                {
                    // `**/**/` says no more than `**/`
                    while (pattern[p..].StartsWith("/**/")) p += 3;
                    // `a/**/b` also matches `a/b`: the double star with its slash may stand for nothing.
                    if (p < pattern.Length && pattern[p] == '/' && Match(pattern, p + 1, text) == Outcome.Match) return Outcome.Match;
                    crossesSlashes = true;
                }
            }

            if (p == pattern.Length)
                return crossesSlashes || !text.Contains('/') ? Outcome.Match : Outcome.AbortToDoubleStar;

            for (var t = 0; t < text.Length; t++)
            {
                var outcome = Match(pattern, p, text[t..]);
                if (outcome == Outcome.Abort || outcome == Outcome.Match) return outcome;
                if (outcome == Outcome.AbortToDoubleStar && !crossesSlashes) return outcome;
                if (!crossesSlashes && text[t] == '/') return Outcome.AbortToDoubleStar;
            }

            return Match(pattern, p, []) == Outcome.Match ? Outcome.Match : Outcome.Abort;
        }
    }
}
