using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports application code that prints where it should log.</summary>
public sealed class PrintInApplication : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0401",
        "print-in-application",
        "Application code prints instead of logging",
        "`{0}()` writes to standard output: no level, no time, no logger, no request",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "debugging-ergonomics",
        "logging")
    {
        PeerIds = ["T201", "T203"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call);
        context.RegisterProjectAction(static context => context.NotApplicable("nothing is printed or logged"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        if (context.Project.Kind is ProjectKind.Cli or ProjectKind.Script) return;
        var call = (Call)context.Node;
        if (LogCalls.LevelOf(call, context.Model) is not null) context.Examined();
        if (call.Function.LastName() is not ("print" or "pprint" or "pp") || !IsPrint(context.Model.GetQualifiedName(call.Function))) return;
        if (!WritesToOutput(call)) return;
        context.Examined();
        if (!SecretFiles.IsNamedForTests(context.File) && !CommandLineCode.Contains(call, context.Tree, context.File)) context.Report(call.Function, call.Function.LastName()!);
    }

    private static bool IsPrint(string? name) => name is "builtins.print" or "print" or "pprint.pprint" or "pprint.pp";

    // A stream that is named is a choice: `print(line, file=report)` writes a file, `file=sys.stdout` is meant for a pipe.
    private static bool WritesToOutput(Call call) => call.KeywordValue("file") is not { } file || file.IsNone();
}
