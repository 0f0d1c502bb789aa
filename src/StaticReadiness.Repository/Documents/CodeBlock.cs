using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Documents;

/// <summary>A block of code in a document.</summary>
/// <param name="Marker">The language as written, with what follows it in the same line; empty for none.</param>
/// <param name="Code">The lines without the indentation that the document adds.</param>
public sealed record CodeBlock(CodeLanguage Language, string Marker, MappedText Code, TextSpan Span)
{
    /// <summary>The commands of a shell block; in a terminal session those behind a prompt.</summary>
    public ImmutableArray<ShellCommand> Commands => Language switch
    {
        CodeLanguage.Shell => ShellScript.Read(Prompted(requirePrompt: HasPrompt)),
        CodeLanguage.ShellConsole => ShellScript.Read(Prompted(requirePrompt: HasPrompt)),
        CodeLanguage.Unmarked when HasPrompt => ShellScript.Read(Prompted(requirePrompt: true)),
        _ => [],
    };

    private bool HasPrompt => Code.Content.StartsWith("$ ", StringComparison.Ordinal) || Code.Content.Contains("\n$ ", StringComparison.Ordinal);

    private MappedText Prompted(bool requirePrompt)
    {
        if (!requirePrompt) return Code;
        var builder = new MappedText.Builder();
        var continued = false;
        for (var start = 0; start < Code.Content.Length;)
        {
            var end = Code.Content.IndexOf('\n', start);
            end = end < 0 ? Code.Content.Length : end + 1;
            var prompt = PromptLength(Code.Content.AsSpan(start, end - start));
            if (prompt > 0 || continued)
            {
                builder.Append(Code.Content.AsSpan(start + prompt, end - start - prompt), Code.ToSource(start + prompt, start + prompt).Start);
                continued = Code.Content.AsSpan(start, end - start).TrimEnd().EndsWith("\\");
            }

            start = end;
        }

        return builder.Build(Span.End);
    }

    /// <summary>The length of <c>$ </c>, also behind <c>(venv) </c>.</summary>
    private static int PromptLength(ReadOnlySpan<char> line)
    {
        var start = line.StartsWith("(") && line.IndexOf(") ") is var close and > 0 ? close + 2 : 0;
        return line[start..].StartsWith("$ ") ? start + 2 : 0;
    }
}
