using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports examples in documents that switch a protection off, or start a development server where they tell of production, without a word of warning.</summary>
public sealed class InsecureExample : DiagnosticAnalyzer
{
    private static readonly string[] Warnings =
    [
        "insecure", "not recommend", "do not", "don't", "never", "not secure", "danger", "warn", "unsafe", "development", "locally", "local ", "localhost", "self-signed", "self signed", "vulnerab", "man-in-the-middle", "mitm", "ignore", "disable",
        "disabling", "bypass", "not for production", "debug", "testing", " test ", "skip", "at your own risk", "caution", "untrusted", "127.0.0.1", "0.0.0.0", "::1", ".local", ".lan", "192.168.", "10.0.", "without verif", "unverified", "turn off", "verification",
    ];

    private static readonly string[] ProductionWords = ["deploy", "production", "hosting", "systemd"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0706",
        "insecure-example",
        "An example in a document is not safe to copy",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "documentation-freshness",
        "production-guide");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var blocks = 0;
        foreach (var document in ProjectDocuments.Of(context.Project).Current)
        {
            foreach (var block in document.CodeBlocks)
            {
                if (block.Language == CodeLanguage.Other && !IsPlain(block)) continue;
                blocks++;
                foreach (var (span, problem) in Problems(document, block))
                {
                    if (IsWarnedOf(document, block, span)) continue;
                    // Hundreds of harmless examples do not outweigh a guide that is missing: only harmful ones count.
                    context.Examined();
                    context.Report(new Location(document.Path, document.Text, span), problem);
                }
            }
        }

        if (blocks == 0) context.NotApplicable("no document shows commands or Python");
    }

    private static IEnumerable<(TextSpan Span, string Problem)> Problems(Document document, CodeBlock block)
    {
        if (block.Language is CodeLanguage.Python or CodeLanguage.Unmarked)
            foreach (var found in InPython(block)) yield return found;
        var isProduction = DocumentTense.HeadingsAbove(document, block.Span).Append(document.Path).Any(title => ProductionWords.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase)));
        foreach (var command in IsPlain(block) ? ShellScript.Read(block.Code) : block.Commands)
            if (InCommand(command, isProduction) is { } problem) yield return (command.Span, problem);
    }

    // A command that stands in a block of text, without a prompt, is copied all the same.
    private static bool IsPlain(CodeBlock block) =>
        (block.Language == CodeLanguage.Unmarked || block.Marker == "text") && block.Code.Content.AsSpan().TrimStart() is var code && (code.StartsWith("curl ") || code.StartsWith("wget ") || code.StartsWith("pip install ") || code.StartsWith("chmod "));

    private static IEnumerable<(TextSpan Span, string Problem)> InPython(CodeBlock block)
    {
        var code = block.Code.Content;
        if (!code.Contains("verify", StringComparison.Ordinal) && !code.Contains("_create_unverified_context", StringComparison.Ordinal)) yield break;
        foreach (var call in SyntaxTree.Parse(SourceText.From(code)).Root.DescendantsAndSelf().OfType<Call>())
        {
            if (call.Keywords.FirstOrDefault(keyword => keyword.Name == "verify") is { } verify && verify.Value.IsFalse())
                yield return (block.Code.ToSource(verify.Start, verify.End), $"the example calls `{call.Function.LastName()}()` with `verify=False`: certificates are not checked");
            else if (call.Function.LastName() == "_create_unverified_context")
                yield return (block.Code.ToSource(call.Start, call.End), "the example makes a context that checks no certificate");
        }
    }

    private static string? InCommand(ShellCommand command, bool isProduction)
    {
        var arguments = command.Arguments.Select(word => word.Text).ToList();
        return command.Program switch
        {
            "curl" when arguments.Any(a => a is "--insecure" || (a.Length > 1 && a[0] == '-' && a[1] != '-' && a.Contains('k') && a.All(c => c == '-' || char.IsAsciiLetter(c)) && a.Length < 6)) => "the example runs `curl` without checking certificates",
            "wget" when arguments.Contains("--no-check-certificate") => "the example runs `wget` without checking certificates",
            "pip" or "pip3" when arguments.Contains("--trusted-host") => "the example installs packages from a host whose certificate is not checked",
            "git" when arguments.Any(a => a.StartsWith("http.sslVerify=false", StringComparison.OrdinalIgnoreCase)) => "the example runs `git` without checking certificates",
            "chmod" when arguments.Any(a => a is "777" or "0777" or "a+rwx") => "the example lets everybody on the machine write",
            "runserver" or "manage.py" or "./manage.py" or "python" or "python3" when isProduction && arguments.Contains("runserver") => "the example runs Django's development server where it tells of production",
            "flask" when isProduction && arguments.Contains("run") => "the example runs Flask's development server where it tells of production",
            "uvicorn" when isProduction && arguments.Contains("--reload") => "the example runs `uvicorn` with `--reload` where it tells of production",
            _ => null,
        };
    }

    // Whoever reads the text around an example knows what they do.
    private static bool IsWarnedOf(Document document, CodeBlock block, TextSpan span)
    {
        var around = DocumentTense.Around(document, TextSpan.FromBounds(block.Span.Start, Math.Max(block.Span.End, span.End)), 4);
        foreach (var word in Warnings)
            if (WithoutCulprit(around, word) || DocumentTense.HeadingsAbove(document, span).Any(title => title.Contains(word, StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }

    // `--insecure` itself is no warning of it.
    private static bool WithoutCulprit(ReadOnlySpan<char> around, string word)
    {
        for (var from = 0; from < around.Length;)
        {
            var at = around[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return false;
            at += from;
            if (at < 2 || around[at - 1] != '-') return true;
            from = at + word.Length;
        }

        return false;
    }
}
