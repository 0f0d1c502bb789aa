using System.Text;

namespace StaticReadiness.Repository.Shell;

/// <summary>Reads one word of shell text: quotes go, expansions stay as written.</summary>
internal sealed class ShellWordReader(string content, int start)
{
    /// <summary>How deep substitutions may nest before the rest is taken as it stands.</summary>
    private const int MaxDepth = 32;

    private readonly StringBuilder word = new();

    public int Position { get; private set; } = start;

    public string Word => word.ToString();

    public bool HasExpansion { get; private set; }

    /// <summary>The ranges of the commands inside <c>$(…)</c> and backquotes.</summary>
    public List<(int Start, int End)> Substitutions { get; } = [];

    public void Read()
    {
        while (Position < content.Length)
        {
            var c = content[Position];
            if (c is ' ' or '\t' or '\n' or '\r' or ';' or '&' or '|' or '(' or ')' or '<' or '>') return;
            if (c == '\'') ReadSingleQuoted();
            else if (c == '"') ReadDoubleQuoted();
            else if (c == '\\') ReadEscape();
            else if (c is '$' or '`') ReadExpansion();
            else Take();
        }
    }

    private void Take() => word.Append(content[Position++]);

    private void ReadSingleQuoted()
    {
        var end = content.IndexOf('\'', Position + 1);
        if (end < 0) end = content.Length;
        word.Append(content, Position + 1, end - Position - 1);
        Position = Math.Min(end + 1, content.Length);
    }

    private void ReadDoubleQuoted()
    {
        Position++;
        while (Position < content.Length && content[Position] != '"')
        {
            if (content[Position] == '\\' && Position + 1 < content.Length && content[Position + 1] is '"' or '\\' or '$' or '`' or '\n')
            {
                if (content[Position + 1] != '\n') word.Append(content[Position + 1]);
                Position += 2;
            }
            else if (content[Position] is '$' or '`') ReadExpansion();
            else Take();
        }

        if (Position < content.Length) Position++;
    }

    private void ReadEscape()
    {
        Position++;
        if (Position < content.Length && content[Position] == '\r' && Position + 1 < content.Length && content[Position + 1] == '\n') Position++;
        if (Position >= content.Length) return;
        if (content[Position] == '\n') Position++;
        else Take();
    }

    private void ReadExpansion()
    {
        HasExpansion = true;
        var from = Position;
        if (content[Position] == '`')
        {
            var end = content.IndexOf('`', Position + 1);
            if (end < 0) end = content.Length;
            Substitutions.Add((Position + 1, end));
            Position = Math.Min(end + 1, content.Length);
        }
        else if (Position + 1 < content.Length && content[Position + 1] is '(' or '{')
        {
            var open = content[Position + 1];
            var end = FindClose(Position + 1, open, open == '(' ? ')' : '}');
            var isArithmetic = open == '(' && Position + 2 < content.Length && content[Position + 2] == '(';
            if (open == '(' && !isArithmetic) Substitutions.Add((Position + 2, end));
            Position = Math.Min(end + 1, content.Length);
        }
        else Position++;

        word.Append(content, from, Position - from);
    }

    /// <summary>The index of the bracket that closes the one at an index, quotes respected; the end of the text when none does.</summary>
    private int FindClose(int at, char open, char close)
    {
        var depth = 0;
        for (; at < content.Length; at++)
        {
            var c = content[at];
            if (c == '\\') at++;
            else if (c == '\'' && content.IndexOf('\'', at + 1) is var end and > 0) at = end;
            else if (c == open && ++depth > MaxDepth) return content.Length;
            else if (c == close && --depth == 0) return at;
        }

        return content.Length;
    }
}
