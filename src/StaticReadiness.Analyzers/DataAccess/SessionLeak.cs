using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Reports sessions and connections that a function opens and does not surely close.</summary>
public sealed class SessionLeak : DiagnosticAnalyzer
{
    private const string Criterion = "data-access/sessions";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1404",
        "session-leak",
        "A session or connection stays open",
        "`{0}()` opens {1} that {2}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "data-access",
        "sessions")
    {
        Cwe = [772, 404],
        PeerIds = ["SIM115", "R1732", "consider-using-with"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call);
        context.RegisterSyntaxNodeAction(ProveOptions, SyntaxKind.Call, SyntaxKind.Assign, SyntaxKind.Dict, SyntaxKind.Subscript);
        context.RegisterProjectAction(project => project.NotApplicable("no session or connection is opened in a function"));
    }

    private static void ProveOptions(SyntaxNodeContext context)
    {
        Prove(context.Node);
        foreach (var part in context.Node switch
        {
            Call call => call.Keywords.Where(keyword => keyword.Name == "conn_max_age"),
            Assign assign => assign.Targets,
            Dict dict => dict.Keys.OfType<Constant>(),
            Subscript { Index: Constant key } => [key],
            _ => Enumerable.Empty<SyntaxNode>(),
        })
            Prove(part);

        void Prove(SyntaxNode node)
        {
            PoolOptions.Prove(context, node, context.Tree, context.Model);
            CacheOptions.Prove(context, node, context.Tree);
        }
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (Connections.OpenedBy(call, context.Model) is not { IsClosable: true } opened || call.EnclosingFunction() is not { } function) return;
        if (IsBoundToConnection(call) || BatchCode.Contains(call, context.Tree, context.File)) return;
        SyntaxNode value = call.Parent is Await wait ? wait : call;
        switch (value.Parent)
        {
            case WithItem:
                context.Examined();
                context.Prove(Criterion, context.LocationOf(call.Function), $"`{Written(call)}` is entered by `with`");
                break;
            case Assign { Targets: [Name variable] }:
                context.Examined();
                if (context.Model.GetSymbol(variable)?.Scope.Node == function && new OpenedVariable(variable.Identifier, function, call).Fault is { } fault && (fault == OpenedVariable.Never || (opened.Kind != "file" && !RunsAtStart(function)))) context.Report(call.Function, Written(call), opened.Title, fault);
                break;
            // `Session().query(…)`: nobody can close what has no name.
            case Attribute { Parent: Call { Function: var method } chained } step when method == step && step.Name is not ("close" or "begin" or "__enter__" or "__aenter__") && !IsEntered(chained):
                context.Examined();
                context.Report(call.Function, Written(call), opened.Title, OpenedVariable.Never);
                break;
        }
    }

    // An application that fails while it starts ends, and its connections with it.
    private static bool RunsAtStart(FunctionDef function) =>
        IdentifierWords.Split(function.Name).Exists(word => word is "startup" or "lifespan")
        || function.Decorators.Any(decorator => decorator is Call { Function: var hook, Arguments: [Constant { StringValue: "startup" }, ..] } && hook.LastName() == "on_event");

    // A session on somebody's connection takes none out of the pool.
    private static bool IsBoundToConnection(Call call) => (call.KeywordValue("bind") ?? call.Arguments.FirstOrDefault()) switch
    {
        Call bound => bound.Function.LastName() is "connection" or "get_bind",
        { } bound => bound.LastName() is { } name && IdentifierWords.Split(name).Exists(word => word is "connection" or "conn" or "bind"),
        null => false,
    };

    private static string Written(Call call) => call.Function.DottedName() ?? call.Function.LastName()!;

    private static bool IsEntered(Call chained) => chained.Ancestors().TakeWhile(node => node is Expression or WithItem).Any(node => node is WithItem);
}
