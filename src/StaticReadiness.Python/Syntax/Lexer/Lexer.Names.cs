using System.Text;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

internal sealed partial class Lexer
{
    private void ScanName()
    {
        var content = text.AsSpan();
        var classes = CharacterClass.Of;
        var start = pos;
        var hash = 0;
        var ascii = true;
        var i = start;
        for (; i < content.Length; i++)
        {
            var c = content[i];
            if (c >= classes.Length) ascii = false;
            else if (!CharacterClass.IsNameClass(classes[c])) break;
            hash = NameTable.Combine(hash, c);
        }

        if (i - start <= 2 && At(i) is '"' or '\'' && IsStringPrefix(start, i))
        {
            ScanString(start, i);
            return;
        }

        pos = i;
        if (!ascii)
        {
            ScanUnicodeName(start, i);
            return;
        }

        var index = names.Find(content[start..i], hash);
        AddName(names.TypeOf(index), start, i, index);
    }

    private void AddName(int type, int start, int end, int index)
    {
        var count = tokens.Count;
        switch (type)
        {
            case NAME:
                if (typeCandidate == count - 1 && count > 0) tokens.Types[count - 1] = TYPE;
                if (end - start is 4 or 5) SoftKeyword(start, end);
                break;
            case IN when count > 0 && tokens.Types[count - 1] == NOT:
                tokens.Types[count - 1] = NOT_IN;
                tokens.Ends[count - 1] = end;
                return;
            case NOT when count > 0 && tokens.Types[count - 1] == IS:
                tokens.Types[count - 1] = IS_NOT;
                tokens.Ends[count - 1] = end;
                return;
            default:
                if (brackets.Count > 0 && Keywords.StartsStatementOnly(type)) CloseForgottenBrackets(start);
                break;
        }

        tokens.Add(type, start, end, index);
    }

    private void ScanUnicodeName(int start, int end)
    {
        var written = text.AsSpan(start, end - start);
        if (IdentifierCharacters.Shared.FindInvalid(written) is >= 0 and var invalid)
        {
            InvalidCharacter(start, start + invalid, end);
            return;
        }

        var name = IdentifierCharacters.Shared.Normalize(written);
        var index = names.Find(name, NameTable.HashOf(name));
        AddName(names.TypeOf(index), start, end, index);
    }

    private void InvalidCharacter(int start, int at, int end)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
        Error(PrintableCharacters.Contains(rune.Value)
            ? $"invalid character '{rune}' (U+{rune.Value:X4})"
            : $"invalid non-printable character U+{rune.Value:X4}", at, at + length);
        tokens.Add(ERROR, start, end);
    }

    /// <summary>`match` and `case` stay names until the end of their line or the block they stand in tells otherwise.</summary>
    private void SoftKeyword(int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var first = AtLineStart();
        if (word.SequenceEqual("match"))
        {
            if (first) matchCandidate = tokens.Count;
        }
        else if (word.SequenceEqual("case"))
        {
            if (first && InMatchBlock) pendingCase = tokens.Count;
        }
        else if (word.SequenceEqual("type") && (first || tokens.Types[tokens.Count - 1] is SEMI or COLON))
        {
            typeCandidate = tokens.Count;
        }
    }

    private bool AtLineStart() => tokens.Count == 0 || tokens.Types[tokens.Count - 1] is NEWLINE or INDENT or DEDENT;

    private bool IsStringPrefix(int start, int end)
    {
        bool raw = false, other = false;
        for (var i = start; i < end; i++)
        {
            switch (text[i] | 0x20)
            {
                case 'r' when !raw: raw = true; break;
                case 'b' or 'f' or 't' when !other: other = true; break;
                case 'u' when end - start == 1: break;
                default: return false;
            }
        }

        return true;
    }
}
