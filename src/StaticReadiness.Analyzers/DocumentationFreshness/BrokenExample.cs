using System.Text;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports blocks of Python in documents that do not parse.</summary>
public sealed class BrokenExample : DiagnosticAnalyzer
{
    // Marks of what is meant for people: things left out, placeholders, templates, notebooks' commands, differences, prompts.
    private static readonly string[] SketchMarks = ["...", "…", "{{", "{%", "<", "\n%", "\n!", "\n+", "\n-", "\n$", ">>>", "--8<--", "{*", "```", "|", "\n.\n", ".["];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0709",
        "broken-example",
        "A Python example in a document does not parse",
        "the example does not parse: {0}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "documentation-freshness",
        "agrees-with-code");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no document shows Python");
        if (TestedExamples.Find(context.Project) is { } place) context.Prove("documentation-freshness/agrees-with-code", place, "the examples in documents are tested");
        foreach (var document in ProjectDocuments.Of(context.Project).Current)
        {
            foreach (var block in document.CodeBlocks)
            {
                if (block.Language != CodeLanguage.Python || block.Marker.Split([' ', '{', ','])[0] is not ("python" or "py" or "python3") || string.IsNullOrWhiteSpace(block.Code.Content)) continue;
                context.Examined();
                if (ErrorIn(block.Code.Content) is not { } error || IsShorthand(error, block.Code.Content) || IsSketch(block.Code.Content) || Wrapped(block.Code.Content)) continue;
                var start = Math.Min(error.Span.Start, Math.Max(block.Code.Content.Length - 1, 0));
                context.Report(new Location(document.Path, document.Text, block.Code.ToSource(start, Math.Clamp(error.Span.End, start, block.Code.Content.Length))), error.Message);
            }
        }
    }

    private static bool IsSketch(string code) => code.AsSpan().Trim().IndexOf('\n') < 0 || code[0] is '%' or '!' or '+' or '-' or '$' || SketchMarks.Any(mark => code.Contains(mark, StringComparison.Ordinal));

    // Signatures without a body, formulas with arrows and the output of programs are read, not run.
    private static bool IsShorthand(SyntaxDiagnostic error, string code) =>
        IsHeaderAlone(error, code) || error.Message.StartsWith("expected ':'", StringComparison.Ordinal)
        || error.Message.StartsWith("invalid character", StringComparison.Ordinal) || error.Message.StartsWith("leading zeros", StringComparison.Ordinal);

    // A function or class of which only the header is shown, or a last line that ends with a colon; a body at the margin is lost indentation.
    private static bool IsHeaderAlone(SyntaxDiagnostic error, string code) =>
        error.Message.StartsWith("expected an indented block", StringComparison.Ordinal)
        && (error.Message.Contains("function definition", StringComparison.Ordinal) || error.Message.Contains("class definition", StringComparison.Ordinal)
            || error.Span.Start >= code.TrimEnd().Length || LastLineBefore(code, error.Span.Start).TrimStart().StartsWith("#") || code.AsSpan(0, Math.Min(error.Span.Start, code.Length)).TrimEnd(' ').EndsWith("\n\n"));

    // A body of comments alone is told in words.
    private static ReadOnlySpan<char> LastLineBefore(string code, int position)
    {
        var before = code.AsSpan(0, Math.Min(position, code.Length)).TrimEnd();
        return before[(before.LastIndexOf('\n') + 1)..];
    }

    private static SyntaxDiagnostic? ErrorIn(string code) =>
        SyntaxTree.Parse(SourceText.From(code)).Diagnostics.FirstOrDefault(error => error.Phase == SyntaxErrorPhase.Parsing);

    /// <summary>Whether it is a piece out of something larger: a body, the items of a call or a list, a decorator alone.</summary>
    private static bool Wrapped(string code)
    {
        var indented = new StringBuilder("async def example():\n");
        foreach (var line in code.Split('\n')) indented.Append("    ").Append(line).Append('\n');
        return ErrorIn(indented.ToString()) is null || ErrorIn($"(\n{code}\n)") is null || ErrorIn($"example(\n{code}\n)") is null || ErrorIn($"{{\n{code}\n}}") is null || ErrorIn($"def example(\n{code}\n): pass\n") is null
            || ErrorIn($"{code.TrimEnd()}\ndef example(): pass\n") is null || ErrorIn($"if True:\n{code}\n") is null || ErrorIn($"{code.TrimEnd()}\n    pass\n") is null;
    }
}
