using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports shell commands into which values are pasted.</summary>
public sealed class ShellInjection : DiagnosticAnalyzer
{
    private static readonly Dictionary<string, bool> NeedsShell = EmbeddedTable.Read("shell-calls.tsv").ToDictionary(row => row[0], row => row[1] == "shell");

    private static readonly HashSet<string> LastNames = [.. NeedsShell.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..])];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1309",
        "shell-injection",
        "A value is pasted into a shell command",
        "`{0}()` gives a shell a command with {1} in it",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "security",
        "injection")
    {
        Cwe = [78],
        PeerIds = ["S602", "S604", "S605", "S609", "B602", "B604", "B605", "S4721", "S2076", "W1509"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no other program is started"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function.LastName() is not { } last || !LastNames.Contains(last)) return;
        if (context.Model.GetQualifiedName(call.Function) is not { } name || !NeedsShell.TryGetValue(name, out var onlyWithShell)) return;
        context.Examined();
        if (CommandLineCode.Contains(call, context.Tree, context.File) || IdentifierWords.Split(context.File.Path).Exists(word => word is "dev" or "development" or "automation" or "releasing" or "docs")) return;
        if (Command(call, onlyWithShell) is not { } command || IsTypedByUser(call)) return;
        if (Worst(command, context) is not ({ } culprit, var origin)) return;
        var written = context.Tree.Text.ToString(culprit.Span);
        context.Report(context.CreateDiagnostic(context.LocationOf(call.Function), call.Function.DottedName() ?? name, $"`{(written.Contains('`') || written.Contains('\n') ? "a value" : written)}`") with
        {
            Severity = origin == Origin.Input ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        });
    }

    // `["bash", "-c", command]` asks for a shell as plainly as `shell=True` does.
    private static Expression? Command(Call call, bool onlyWithShell)
    {
        if (call.Arguments is not [var command, ..]) return null;
        if (!onlyWithShell || call.KeywordValue("shell").IsTrue()) return command;
        return command is List { Elements: [Constant { StringValue: { } program }, Constant { StringValue: "-c" or "-lc" or "-ec" }, var script, ..] } && program.Split('/')[^1] is "sh" or "bash" or "zsh" ? script : null;
    }

    // A command that is one variable may be anything; one that is visibly put together has a value a shell will read.
    private static (Expression Value, Origin Origin)? Worst(Expression command, SyntaxNodeContext context)
    {
        var origins = new Origins(context.Project, context.Model);
        var pieces = BuiltText.PiecesOf(command, context.Model);
        var isBuilt = pieces.Any(piece => piece.Literal is { Length: > 0 });
        (Expression Value, Origin Origin)? worst = null;
        foreach (var piece in pieces)
        {
            if (piece.Value is not { } value || IsQuoted(value, context.Model) || IsOwn(value, context.Model)) continue;
            var origin = origins.Of(value);
            if (origin < Origin.Unknown || (origin == Origin.Unknown && !isBuilt)) continue;
            if (worst is null || origin > worst.Value.Origin) worst = (value, origin);
        }

        return worst;
    }

    // Whoever gives a command of click or Typer its arguments has a shell already.
    private static bool IsTypedByUser(SyntaxNode node) =>
        node.EnclosingFunction()?.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName() is "command" or "argument" or "option") == true;

    // The editor that whoever sits there has set, a number of the process, the words it was started with, the place it lies or works in.
    private static bool IsOwn(Expression value, SemanticModel model)
    {
        var named = value is Call call ? call.Function : value;
        if (named.LastName() is { } name && (IdentifierWords.Split(name).Exists(word => word is "editor" or "pager") || name is "getpid" or "getuid" or "getgid" or "getppid")) return true;
        if (value is Python.Syntax.Attribute { Value: Name { Identifier: "self" or "cls" }, Name: var place } && IdentifierWords.Split(place)[^1] is "path" or "dir" or "directory" or "folder" or "root" or "cwd") return true;
        return value.DescendantsAndSelf().Any(IsArguments)
            || value is Name local && model.GetSymbol(local)?.Resolve() is { IsParameter: false } symbol && symbol.Bindings.Any(binding => binding.Parent is Assign assign && assign.Value.DescendantsAndSelf().Any(IsArguments));
    }

    private static bool IsArguments(SyntaxNode node) => node is Python.Syntax.Attribute { Name: "argv", Value: Name { Identifier: "sys" } } or Name { Identifier: "__file__" };

    private static bool IsQuoted(Expression value, SemanticModel model) =>
        value is Call call && (call.Function.LastName() is "quote" or "join" or "list2cmdline" && model.GetQualifiedName(call.Function) is { } quoting && ModuleNames.TopLevel(quoting) is "shlex" or "pipes" or "subprocess"
            || model.GetQualifiedName(call.Function)?.StartsWith("tempfile.", StringComparison.Ordinal) == true)
        || (value is Python.Syntax.Attribute { Name: "name" } file && file.Value.LastName() is "fd" or "f" or "fp" or "fh" or "tmp" or "temp" or "tmpfile" or "temp_file")
        || (value is Python.Syntax.Attribute attribute && model.GetQualifiedName(attribute) == "sys.executable");
}
