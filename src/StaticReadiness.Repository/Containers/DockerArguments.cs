using System.Collections.Immutable;
using System.Text;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>Reads what stands behind the keyword of a Dockerfile's instruction.</summary>
internal static class DockerArguments
{
    public static int SkipBlanks(string content, int at)
    {
        while (at < content.Length && char.IsWhiteSpace(content[at])) at++;
        return at;
    }

    /// <summary>Reads the <c>--name=value</c> options in front; HEALTHCHECK's may be followed by CMD.</summary>
    public static ImmutableArray<DockerFlag> ReadFlags(MappedText logical, ref int at, DockerKeyword keyword)
    {
        if (keyword is DockerKeyword.Unknown or DockerKeyword.Env or DockerKeyword.Label or DockerKeyword.Cmd or DockerKeyword.Entrypoint or DockerKeyword.Shell) return [];
        var content = logical.Content;
        var flags = ImmutableArray.CreateBuilder<DockerFlag>();
        while (at + 2 < content.Length && content[at] == '-' && content[at + 1] == '-' && char.IsAsciiLetter(content[at + 2]))
        {
            var end = at;
            while (end < content.Length && !char.IsWhiteSpace(content[end])) end++;
            var word = content[(at + 2)..end];
            var equals = word.IndexOf('=');
            flags.Add(new DockerFlag(equals < 0 ? word : word[..equals], equals < 0 ? null : word[(equals + 1)..], logical.ToSource(at, end)));
            at = SkipBlanks(content, end);
        }

        return flags.DrainToImmutable();
    }

    public static ImmutableArray<ShellWord> ReadWords(MappedText arguments, DockerKeyword keyword, out bool isExec)
    {
        var from = keyword == DockerKeyword.Healthcheck ? CommandStart(arguments.Content) : 0;
        ImmutableArray<ShellWord> items = [];
        isExec = keyword is not (DockerKeyword.From or DockerKeyword.Env or DockerKeyword.Arg or DockerKeyword.Label) && TryReadList(arguments, from, out items);
        if (isExec) return items;

        var words = ImmutableArray.CreateBuilder<ShellWord>();
        var at = 0;
        var content = arguments.Content;
        while ((at = SkipBlanks(content, at)) < content.Length)
        {
            var start = at;
            var word = new StringBuilder();
            var expands = false;
            while (at < content.Length && !char.IsWhiteSpace(content[at])) at = TakePiece(content, at, word, ref expands);
            words.Add(new ShellWord(word.ToString(), arguments.ToSource(start, at), expands));
        }

        return words.DrainToImmutable();
    }

    public static ImmutableArray<ShellCommand> ReadCommands(
        SourceText text, DockerKeyword keyword, MappedText arguments, bool isExec, ImmutableArray<ShellWord> words, ImmutableArray<DockerHeredoc> heredocs)
    {
        if (keyword is not (DockerKeyword.Run or DockerKeyword.Cmd or DockerKeyword.Entrypoint or DockerKeyword.Healthcheck)) return [];
        if (isExec) return ReadExec(arguments, words);
        var from = keyword == DockerKeyword.Healthcheck ? CommandStart(arguments.Content) : 0;
        var commands = ShellScript.Read(arguments.Slice(from, arguments.Content.Length));
        // A RUN that is nothing but a heredoc runs the document as a script.
        return keyword == DockerKeyword.Run && arguments.Content.StartsWith("<<", StringComparison.Ordinal)
            ? [.. heredocs.SelectMany(h => ShellScript.Read(MappedText.Of(text, h.Span))), .. commands]
            : commands;
    }

    public static ImmutableArray<DockerVariable> ReadVariables(DockerKeyword keyword, MappedText arguments, ImmutableArray<ShellWord> words)
    {
        if (keyword is not (DockerKeyword.Env or DockerKeyword.Arg or DockerKeyword.Label) || words.IsEmpty) return [];
        if (keyword != DockerKeyword.Arg && !words[0].Text.Contains('=') && words.Length > 1)
        {
            // The old form `ENV NAME the rest of the line`.
            var rest = arguments.Content[SkipBlanks(arguments.Content, words[0].Text.Length)..].Trim();
            return [new DockerVariable(words[0].Text, rest, TextSpan.FromBounds(words[0].Span.Start, words[^1].Span.End))];
        }

        return [.. words.Select(w => w.Text.IndexOf('=') is var equals and >= 0
            ? new DockerVariable(w.Text[..equals], w.Text[(equals + 1)..], w.Span)
            : new DockerVariable(w.Text, null, w.Span))];
    }

    public static IEnumerable<(string Name, bool Expands, bool StripTabs)> FindHeredocs(string arguments)
    {
        for (var at = arguments.IndexOf("<<", StringComparison.Ordinal); at >= 0; at = arguments.IndexOf("<<", at + 2, StringComparison.Ordinal))
        {
            if ((at > 0 && arguments[at - 1] == '<') || (at + 2 < arguments.Length && arguments[at + 2] == '<')) continue;
            var start = at + 2;
            var strip = start < arguments.Length && arguments[start] == '-';
            if (strip) start++;
            var quote = start < arguments.Length && arguments[start] is '"' or '\'' ? arguments[start] : '\0';
            if (quote != '\0') start++;
            var end = start;
            while (end < arguments.Length && (char.IsAsciiLetterOrDigit(arguments[end]) || arguments[end] is '_' or '-' or '.')) end++;
            if (end == start || char.IsAsciiDigit(arguments[start]) || (quote != '\0' && (end == arguments.Length || arguments[end] != quote))) continue;
            yield return (arguments[start..end], quote == '\0', strip);
        }
    }

    /// <summary>A list such as <c>["sh", "-c", "…"]</c>; what is no valid JSON is shell text to Docker too.</summary>
    private static bool TryReadList(MappedText arguments, int from, out ImmutableArray<ShellWord> items)
    {
        items = [];
        var content = arguments.Content;
        var at = SkipBlanks(content, from);
        if (at >= content.Length || content[at] != '[') return false;
        var found = ImmutableArray.CreateBuilder<ShellWord>();
        at = SkipBlanks(content, at + 1);
        while (at < content.Length && content[at] == '"')
        {
            if (JsonString.TryRead(content, at) is not var (value, end)) return false;
            found.Add(new ShellWord(value, arguments.ToSource(at, end), HasExpansion: false));
            at = SkipBlanks(content, end);
            if (at < content.Length && content[at] == ',') at = SkipBlanks(content, at + 1);
            else break;
        }

        if (at >= content.Length || content[at] != ']' || SkipBlanks(content, at + 1) < content.Length) return false;
        items = found.DrainToImmutable();
        return true;
    }

    /// <summary>The one command of an exec form; <c>["sh", "-c", "script"]</c> is read as the script.</summary>
    private static ImmutableArray<ShellCommand> ReadExec(MappedText arguments, ImmutableArray<ShellWord> words)
    {
        if (words.IsEmpty) return [];
        if (words is [var shell, { Text: "-c" or "-ec" or "-lc" or "-exc" or "-xc" or "-euxc" or "-l" }, var script, ..] && shell.Text.Split('/')[^1] is "sh" or "bash" or "ash" or "dash" or "zsh")
            return ShellScript.Read(MappedText.At(script.Text, script.Span));
        return [new ShellCommand([], words, TextSpan.FromBounds(words[0].Span.Start, words[^1].Span.End))];
    }

    private static int CommandStart(string content) =>
        content.StartsWith("CMD", StringComparison.OrdinalIgnoreCase) && content.Length > 3 && (char.IsWhiteSpace(content[3]) || content[3] == '[') ? SkipBlanks(content, 3) : 0;

    private static int TakePiece(string content, int at, StringBuilder word, ref bool expands)
    {
        var c = content[at];
        if (c is '"' or '\'')
        {
            for (at++; at < content.Length && content[at] != c; at++)
            {
                if (content[at] == '\\' && c == '"' && at + 1 < content.Length) at++;
                else if (content[at] == '$' && c == '"') expands = true;
                word.Append(content[at]);
            }

            return Math.Min(at + 1, content.Length);
        }

        if (c == '\\' && at + 1 < content.Length) c = content[++at];
        else if (c == '$') expands = true;
        word.Append(c);
        return at + 1;
    }
}
