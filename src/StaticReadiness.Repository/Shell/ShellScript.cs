using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Shell;

/// <summary>Reads the simple commands out of a POSIX shell script: enough to see what is run, not how control flows (POSIX.1-2017, Shell Command Language).</summary>
public sealed class ShellScript
{
    /// <summary>Reserved words behind which a command begins.</summary>
    private static readonly HashSet<string> Keywords = ["if", "then", "else", "elif", "fi", "do", "done", "while", "until", "{", "}", "!", "esac", "function"];

    /// <summary>How deep commands inside commands are followed.</summary>
    private const int MaxDepth = 8;

    private readonly MappedText text;
    private readonly string content;
    private readonly int depth;
    private readonly List<ShellCommand> commands = [];
    private readonly List<ShellWord> words = [];
    private readonly Queue<(string Delimiter, bool StripTabs)> heredocs = new();
    private int position;
    private bool inCaseHeader;

    private ShellScript(MappedText text, int depth)
    {
        this.depth = depth;
        this.text = text;
        content = text.Content;
    }

    /// <summary>The commands in the order they stand in, those inside <c>$(…)</c> and subshells included.</summary>
    public static ImmutableArray<ShellCommand> Read(MappedText text) => Read(text, depth: 0);

    public static ImmutableArray<ShellCommand> Read(string text) => Read(MappedText.Of(SourceText.From(text), new TextSpan(0, text.Length)));

    private static ImmutableArray<ShellCommand> Read(MappedText text, int depth)
    {
        var script = new ShellScript(text, depth);
        script.ReadAll();
        return [.. script.commands];
    }

    private void ReadAll()
    {
        while (position < content.Length)
        {
            var c = content[position];
            if (c is '\n')
            {
                EndCommand();
                position++;
                SkipHeredocs();
            }
            else if (c is ' ' or '\t' or '\r') position++;
            else if (c == '\\' && IsLineEnd(position + 1, out var next)) position = next;
            else if (c == '#') SkipLine();
            else if (c is ';' or '&' or '|' or '(' or ')') ReadOperator(c);
            else if (c is '<' or '>') ReadRedirection();
            else ReadWord();
        }

        EndCommand();
    }

    private void ReadOperator(char c)
    {
        // `&>` and `&>>` redirect both streams.
        if (c == '&' && position + 1 < content.Length && content[position + 1] == '>')
        {
            position++;
            ReadRedirection();
            return;
        }

        // A pattern of a `case` ends with a parenthesis: `start|run)` is no command.
        if (c == ')' && words.Count == 1 && inCaseHeader) words.Clear();
        EndCommand();
        while (position < content.Length && content[position] == c && c is ';' or '&' or '|') position++;
        if (c is '(' or ')') position++;
    }

    private void ReadRedirection()
    {
        if (words.Count > 0 && position > 0 && char.IsAsciiDigit(content[position - 1]) && words[^1].Text.Length == 1 && char.IsAsciiDigit(words[^1].Text[0])) words.RemoveAt(words.Count - 1);
        if (position + 1 < content.Length && content[position] == '<' && content[position + 1] == '<' && !(position + 2 < content.Length && content[position + 2] == '<'))
        {
            ReadHeredocOperator();
            return;
        }

        while (position < content.Length && content[position] is '<' or '>' or '&' or '|') position++;
        if (position < content.Length && content[position] == '(') return;
        SkipBlanks();
        var before = words.Count;
        if (position < content.Length && content[position] is not ('\n' or ';' or '&' or '|' or ')')) ReadWord();
        if (words.Count > before) words.RemoveRange(before, words.Count - before);
    }

    private void ReadHeredocOperator()
    {
        position += 2;
        var strip = position < content.Length && content[position] == '-';
        if (strip) position++;
        SkipBlanks();
        var before = words.Count;
        if (position < content.Length && content[position] != '\n') ReadWord();
        if (words.Count == before) return;
        heredocs.Enqueue((words[^1].Text, strip));
        words.RemoveRange(before, words.Count - before);
    }

    private void SkipHeredocs()
    {
        while (heredocs.TryDequeue(out var heredoc))
        {
            while (position < content.Length)
            {
                var end = content.IndexOf('\n', position);
                var line = content.AsSpan(position, (end < 0 ? content.Length : end) - position).TrimEnd('\r');
                position = end < 0 ? content.Length : end + 1;
                if ((heredoc.StripTabs ? line.TrimStart('\t') : line.TrimStart(' ')).SequenceEqual(heredoc.Delimiter)) break;
            }
        }
    }

    private void ReadWord()
    {
        var reader = new ShellWordReader(content, position);
        reader.Read();
        if (depth < MaxDepth)
            foreach (var (start, end) in reader.Substitutions) commands.AddRange(Read(text.Slice(start, end), depth + 1));
        words.Add(new ShellWord(reader.Word, text.ToSource(position, reader.Position), reader.HasExpansion));
        position = Math.Max(reader.Position, position + 1);
        if (words.Count == 1 && words[0].Text == "in" && inCaseHeader) words.Clear();
        if (words.Count == 1 && Keywords.Contains(words[0].Text)) words.Clear();
    }

    private void EndCommand()
    {
        if (words.Count == 0) return;
        var first = words[0].Text;
        if (first == "case") inCaseHeader = true;
        // `for x in a b` and `case x in` run nothing by themselves.
        if (first is "for" or "case" or "select") words.Clear();
        var split = 0;
        while (split < words.Count && ShellCommand.IsAssignment(words[split].Text)) split++;
        if (words.Count > 0)
            commands.Add(new ShellCommand([.. words[..split]], [.. words[split..]], TextSpan.FromBounds(words[0].Span.Start, words[^1].Span.End)));
        words.Clear();
    }

    private void SkipLine()
    {
        var end = content.IndexOf('\n', position);
        position = end < 0 ? content.Length : end;
    }

    private void SkipBlanks()
    {
        while (position < content.Length && content[position] is ' ' or '\t') position++;
    }

    private bool IsLineEnd(int at, out int next)
    {
        next = at;
        if (next < content.Length && content[next] == '\r') next++;
        if (next < content.Length && content[next] == '\n')
        {
            next++;
            return true;
        }

        return at == content.Length;
    }
}
