using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports code that requests run and that prints where it should log.</summary>
public sealed class PrintInApplication : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0401",
        "print-in-application",
        "Code that serves requests prints instead of logging",
        "`{0}()` writes to standard output: no level, no time, no logger, no request",
        DiagnosticSeverity.Warning,
        Precision.Medium,
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
        if (IsServed(call, context) && !SecretFiles.IsNamedForTests(context.File) && !CommandLineCode.Contains(call, context.Tree, context.File)) context.Report(call.Function, call.Function.LastName()!);
    }

    // Whether any other print is for a person at a terminal cannot be told from the code.
    private static bool IsServed(Call call, SyntaxNodeContext context) =>
        context.Model.GetEnclosingFunction(call) is { } function && !IsAskedFor(call, function) && !IsForTerminal(call, context.Model) && RequestCode.Contains(context.Project, function);

    // `if verbose: print(…)`: a caller at a terminal asks for it.
    private static bool IsAskedFor(Call call, FunctionSymbol function) =>
        call.Ancestors().TakeWhile(node => node != function.Node).OfType<If>().Any(guard => guard.Test.DescendantsAndSelf().OfType<Name>().Any(name => name.Parent is If or UnaryOp or BoolOp && function.Parameters.Any(parameter => parameter.Name == name.Identifier && IsSwitch(parameter))));

    // A print before the exit of the process, or in a terminal's colours.
    private static bool IsForTerminal(Call call, SemanticModel model) =>
        call.Parent is ExpressionStatement statement && statement.Parent is If { Body: var body } && body.SkipWhile(other => other != statement).Skip(1).FirstOrDefault() is ExpressionStatement { Value: Call exit } && model.GetQualifiedName(exit.Function) is "sys.exit" or "os._exit" or "builtins.exit" or "exit"
        || call.DescendantsAndSelf().OfType<Name>().Any(name => name.Identifier is "Fore" or "Style" or "Back" && model.GetQualifiedName(name)?.StartsWith("colorama", StringComparison.Ordinal) == true);

    private static bool IsSwitch(ParameterSymbol parameter) => parameter.Default.IsTrue() || parameter.Default.IsFalse() || parameter.Annotation is Name { Identifier: "bool" };

    private static bool IsPrint(string? name) => name is "builtins.print" or "print" or "pprint.pprint" or "pprint.pp";

    // A stream that is named is a choice: `print(line, file=report)` writes a file, `file=sys.stdout` is meant for a pipe.
    private static bool WritesToOutput(Call call) => call.KeywordValue("file") is not { } file || file.IsNone();
}
