using StaticReadiness.Python.Text;
using static StaticReadiness.Python.Syntax.PythonParser;

namespace StaticReadiness.Python.Syntax;

/// <summary>Cuts a source text into tokens as CPython's tokenizer does; used again and again, for one file at a time.</summary>
internal sealed partial class Lexer
{
    private readonly NameTable names;
    private readonly TokenBuffer tokens;
    private SourceText source = SourceText.From("");
    private string text = "";
    private int pos;

    public Lexer(NameTable names, TokenBuffer tokens)
    {
        this.names = names;
        this.tokens = tokens;
    }

    /// <summary>The errors in order of place.</summary>
    public List<SyntaxDiagnostic> Errors { get; } = [];

    /// <summary>The rank of each error.</summary>
    public List<ErrorRank> Ranks { get; } = [];

    /// <summary>The spans of the comments, in order.</summary>
    public List<TextSpan> Comments { get; } = [];

    public IEnumerable<TextSpan> CommentsBetween(int start, int end)
    {
        var first = Comments.BinarySearch(new TextSpan(start, 0), Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start)));
        for (var i = first < 0 ? ~first : first; i < Comments.Count && Comments[i].Start < end; i++) yield return Comments[i];
    }

    public void Tokenize(SourceText sourceText)
    {
        Reset(sourceText);
        StartLine();
        while (pos < text.Length) Next();
        Finish();
    }

    private void Reset(SourceText sourceText)
    {
        source = sourceText;
        text = sourceText.Content;
        pos = 0;
        tokens.Clear();
        names.BeginFile();
        Errors.Clear();
        Ranks.Clear();
        Comments.Clear();
        ResetLayout();
        fstrings.Clear();
        fields.Clear();
    }

    private char At(int index) => (uint)index < (uint)text.Length ? text[index] : '\0';

    private void Next()
    {
        var c = text[pos];
        if (c >= 0x80)
        {
            ScanName();
            return;
        }

        switch (CharacterClass.Of[c])
        {
            case CharacterClass.Space: SkipSpaces(); break;
            case CharacterClass.Letter: ScanName(); break;
            case CharacterClass.Digit: ScanNumber(); break;
            case CharacterClass.LineEnd: EndLine(); break;
            case CharacterClass.Quote: ScanString(pos, pos); break;
            default: ScanOperator(c); break;
        }
    }

    private void SkipSpaces()
    {
        var content = text;
        var i = pos + 1;
        while (i < content.Length && content[i] is ' ' or '\t' or '\f') i++;
        pos = i;
    }

    private void Emit(int type, int length)
    {
        tokens.Add(type, pos, pos + length);
        pos += length;
    }

    private void Error(string message, int start, int end, ErrorRank rank = ErrorRank.Ahead, SyntaxErrorKind kind = SyntaxErrorKind.SyntaxError)
    {
        if (Errors.Count == SyntaxLimits.Diagnostics) return;
        Errors.Add(ErrorPlace.At(text, message, start, end, kind));
        Ranks.Add(rank);
    }

    /// <summary>Reports an error and leaves a token that no statement accepts, so that the statement becomes an error statement.</summary>
    private void ErrorToken(string message, int start, int end, ErrorRank rank = ErrorRank.Ahead)
    {
        Error(message, start, end, rank);
        tokens.Add(ERROR, start, end);
        pos = end;
    }

    private int LineOf(int offset) => source.GetLineIndex(offset) + 1;
}
