using System.Collections.Frozen;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports debuggers that stop application code or open it to others.</summary>
public sealed class DebuggerLeftIn : DiagnosticAnalyzer
{
    private static readonly FrozenDictionary<string, string> Debuggers = EmbeddedTable.Read("debuggers.tsv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> LastNames = Debuggers.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToFrozenSet(StringComparer.Ordinal);

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0408",
        "debugger-left-in",
        "A debugger is left in application code",
        "`{0}()` {1}",
        DiagnosticSeverity.Error,
        Precision.Medium,
        "debugging-ergonomics",
        "no-leftovers")
    {
        Cwe = [489],
        PeerIds = ["T100", "W1515", "forgotten-debug-statement"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call);
        context.RegisterSyntaxTreeAction(static context => context.Examined());
        context.RegisterProjectAction(static context => context.NotApplicable("no application code"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() is not { } last || !LastNames.Contains(last)) return;
        if (context.Model.GetQualifiedName(call.Function) is not { } name || !Debuggers.TryGetValue(last == "breakpoint" && name == last ? "builtins.breakpoint" : name, out var what)) return;
        if (IsWanted(call, context)) return;
        context.Report(call.Function, context.Tree.Text.ToString(call.Function.Span), what switch
        {
            "remote" => "opens the process to a debugger",
            "console" => "puts an interactive console behind every error page",
            _ => "stops the process at a debugger's prompt",
        });
    }

    // A switch (`if settings.DEBUG_PORT:`), a development file, or a command whose purpose is a shell.
    private static bool IsWanted(Call call, SyntaxNodeContext context) =>
        DebugSettings.IsForDevelopment(call, context.File) || CommandLineCode.IsScript(context.Tree, context.File) || call.IsUnderMainGuard()
        || call.Ancestors().Any(node => node is If guard && guard.Test.DescendantsAndSelf().Any(NamesSwitch) || node is FunctionDef function && NamesSwitch(function.Name));

    private static bool NamesSwitch(SyntaxNode node) => node switch
    {
        Name name => NamesSwitch(name.Identifier),
        Python.Syntax.Attribute attribute => NamesSwitch(attribute.Name),
        Constant { StringValue: { } text } => NamesSwitch(text),
        _ => false,
    };

    private static bool NamesSwitch(string text) =>
        IdentifierWords.Split(text).Any(word => word is "debug" or "debugger" or "debugging" or "debugpy" or "dev" or "development" or "pdb" or "rdb" or "trace" or "breakpoint" or "breaker" or "break" or "ipdb" or "pydevd" or "manhole" or "shell" or "ptvsd" or "interactive" or "repl");
}
