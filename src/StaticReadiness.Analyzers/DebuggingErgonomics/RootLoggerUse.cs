using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports log calls on the root logger, and libraries that configure logging for their users.</summary>
public sealed class RootLoggerUse : DiagnosticAnalyzer
{
    private const string Criterion = "debugging-ergonomics/logging";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0402",
        "root-logger-use",
        "Messages go to the root logger",
        "`{0}()` {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "debugging-ergonomics",
        "logging")
    {
        PeerIds = ["LOG015"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call);
        context.RegisterProjectAction(static context => context.NotApplicable("nothing is logged"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        if (context.Project.Kind == ProjectKind.Script) return;
        var call = (Call)context.Node;
        if (call.Function.LastName() == "basicConfig")
        {
            ExamineConfiguration(call, context);
            return;
        }

        if (LogCalls.LevelOf(call, context.Model) is null && !LogCalls.IsOnRoot(call, context.Model))
        {
            ProveModuleLogger(call, context);
            return;
        }

        context.Examined();
        // Nobody but the program itself reads the log of a command.
        if (context.Project.Kind != ProjectKind.Cli && LogCalls.IsOnRoot(call, context.Model) && !CommandLineCode.Contains(call, context.Tree, context.File))
            context.Report(call.Function, context.Tree.Text.ToString(call.Function.Span), "uses the root logger: nobody can tell or silence where it comes from");
    }

    private static void ExamineConfiguration(Call call, SyntaxNodeContext context)
    {
        if (context.Model.GetQualifiedName(call.Function) != "logging.basicConfig" || context.Project.Kind is not (ProjectKind.Library or ProjectKind.Framework)) return;
        context.Examined();
        if (!CommandLineCode.Contains(call, context.Tree, context.File))
            context.Report(call.Function, context.Tree.Text.ToString(call.Function.Span), "configures the logging of every program that uses this library");
    }

    private static void ProveModuleLogger(Call call, SyntaxNodeContext context)
    {
        if (call.Function.LastName() is not ("getLogger" or "get_logger" or "get_task_logger") || call.Arguments is not [Name { Identifier: "__name__" }, ..]) return;
        context.Prove(Criterion, context.LocationOf(call), "modules have loggers of their own");
    }
}
