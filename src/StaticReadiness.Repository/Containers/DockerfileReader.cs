using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>Reads the lines of a Dockerfile into instructions and stages.</summary>
internal sealed class DockerfileReader(SourceText text)
{
    private readonly List<DockerInstruction> instructions = [];
    private readonly List<DockerHeredoc> heredocs = [];
    private char escape = '\\';
    private int line;

    public Dockerfile Read()
    {
        ReadDirectives();
        while (line < text.LineCount)
        {
            var content = LineText(line);
            if (IsBlankOrComment(content)) line++;
            else ReadInstruction();
        }

        return new Dockerfile(text, [.. instructions], StageReader.Read(instructions));
    }

    /// <summary>Directives are comments <c># name=value</c> above everything else; only <c>escape</c> changes how the rest reads.</summary>
    private void ReadDirectives()
    {
        for (; line < text.LineCount; line++)
        {
            var content = LineText(line).Trim();
            if (content.IsEmpty || content[0] != '#' || content.IndexOf('=') is not (> 0 and var equals)) return;
            var name = content[1..equals].Trim();
            if (name.IsEmpty || name.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") >= 0) return;
            if (name.Equals("escape", StringComparison.OrdinalIgnoreCase) && content[(equals + 1)..].Trim() is ['`']) escape = '`';
        }
    }

    private void ReadInstruction()
    {
        var builder = new MappedText.Builder();
        var start = -1;
        var end = 0;
        while (line < text.LineCount)
        {
            var span = text.GetLineSpan(line++);
            var content = text.Slice(span);
            // Comments and blank lines inside a continued instruction are no part of it.
            if (start >= 0 && IsBlankOrComment(content)) continue;
            if (start < 0) start = span.Start + (content.Length - content.TrimStart().Length);
            var continued = TryFindContinuation(content, out var length);
            builder.Append(content[..length], span.Start);
            end = span.End;
            if (!continued) break;
        }

        var logical = builder.Build(end);
        var at = DockerArguments.SkipBlanks(logical.Content, 0);
        var instruction = Interpret(logical, at, start, end);
        instructions.Add(instruction);
    }

    private DockerInstruction Interpret(MappedText logical, int at, int start, int end)
    {
        var content = logical.Content;
        var keywordEnd = at;
        while (keywordEnd < content.Length && !char.IsWhiteSpace(content[keywordEnd])) keywordEnd++;
        var keyword = Enum.TryParse<DockerKeyword>(content.AsSpan(at, keywordEnd - at), ignoreCase: true, out var known) && char.IsAsciiLetter(content[at]) ? known : DockerKeyword.Unknown;
        var from = DockerArguments.SkipBlanks(content, keywordEnd);
        if (keyword == DockerKeyword.OnBuild && from < content.Length)
        {
            var inner = Interpret(logical, from, logical.ToSource(from, from).Start, end);
            return new DockerInstruction { Keyword = keyword, KeywordSpan = logical.ToSource(at, keywordEnd), Span = TextSpan.FromBounds(start, inner.Span.End), Arguments = inner.Arguments, Inner = inner };
        }

        var flags = DockerArguments.ReadFlags(logical, ref from, keyword);
        var arguments = logical.Slice(from, content.TrimEnd().Length is var trimmed && trimmed > from ? trimmed : from);
        if (keyword is DockerKeyword.Run or DockerKeyword.Copy or DockerKeyword.Add) end = ReadHeredocs(arguments.Content, end);
        var documents = heredocs.ToImmutableArray();
        heredocs.Clear();
        var words = DockerArguments.ReadWords(arguments, keyword, out var isExec);
        return new DockerInstruction
        {
            Keyword = keyword,
            KeywordSpan = logical.ToSource(at, keywordEnd),
            Span = TextSpan.FromBounds(start, end),
            Flags = flags,
            Arguments = arguments,
            IsExecForm = isExec,
            Words = words,
            Commands = DockerArguments.ReadCommands(text, keyword, arguments, isExec, words, documents),
            Heredocs = documents,
            Variables = DockerArguments.ReadVariables(keyword, arguments, words),
        };
    }

    /// <summary>Reads the documents that the instruction announces with <c>&lt;&lt;NAME</c>; returns where the last ends.</summary>
    private int ReadHeredocs(string arguments, int end)
    {
        foreach (var (name, expands, stripTabs) in DockerArguments.FindHeredocs(arguments))
        {
            var first = line;
            while (line < text.LineCount && !(stripTabs ? LineText(line).TrimStart('\t') : LineText(line)).SequenceEqual(name)) line++;
            if (line >= text.LineCount)
            {
                // Without its end it is no heredoc but an ordinary redirection.
                line = first;
                return end;
            }

            var start = text.GetLineSpan(first).Start;
            heredocs.Add(new DockerHeredoc(name, expands, TextSpan.FromBounds(start, line > first ? text.GetLineSpan(line - 1).End : start)));
            end = text.GetLineSpan(line).End;
            line++;
        }

        return end;
    }

    private bool TryFindContinuation(ReadOnlySpan<char> content, out int length)
    {
        var trimmed = content.TrimEnd(" \t");
        var continued = trimmed.Length > 0 && trimmed[^1] == escape;
        length = continued ? trimmed.Length - 1 : content.Length;
        return continued;
    }

    private ReadOnlySpan<char> LineText(int index) => text.Slice(text.GetLineSpan(index));

    private static bool IsBlankOrComment(ReadOnlySpan<char> content) => content.Trim() is var trimmed && (trimmed.IsEmpty || trimmed[0] == '#');
}
