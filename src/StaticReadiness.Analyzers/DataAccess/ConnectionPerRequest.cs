using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Analyzers.LifecycleAndOperations;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Reports engines, clients and connections that every request makes anew.</summary>
public sealed class ConnectionPerRequest : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1403",
        "connection-per-request",
        "Every request opens a connection of its own",
        "`{0}()` opens {1} for every request that `{2}` answers",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "data-access",
        "sessions")
    {
        Cwe = [1072],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no connection to a database is opened");
        foreach (var (tree, _) in ApplicationTrees.Of(context.Project))
        {
            var model = context.Project.Compilation.GetSemanticModel(tree);
            foreach (var node in tree.Root.DescendantsAndSelf())
            {
                if (node is Call call && Connections.OpenedBy(call, model) is { IsShared: true }) context.Examined();
            }
        }

        foreach (var code in RequestCode.Of(context.Project)) ExamineFunction(context, code);
    }

    private static void ExamineFunction(ProjectContext context, RequestFunction code)
    {
        if (code.Function.Definition is not { } definition || code.Function.Name == "__init__" || AsksForHealth(code) || IsRemembered(definition)) return;
        var model = context.Project.Compilation.GetSemanticModel(code.Function.Tree);
        foreach (var call in definition.Body.DescendantsInScope().OfType<Call>())
        {
            if (Connections.OpenedBy(call, model) is not { IsShared: true } opened || IsKept(call, definition, model) || IsForOne(call, definition)) continue;
            var written = call.Function.DottedName() ?? call.Function.LastName()!;
            context.Report(context.CreateDiagnostic(new Location(code.Function.Tree.Path, code.Function.Tree.Text, call.Function.Span), written, opened.Title, code.Handler.Function.Name) with
            {
                CodeFlow = code.Path.IsEmpty ? [] : code.FlowTo(call.Function, $"`{written}()` opens {opened.Title}"),
            });
        }
    }

    // A probe opens a connection to see that it can.
    private static bool AsksForHealth(RequestFunction code) =>
        HealthWords(code.Function.Name) || HealthWords(code.Handler.Function.Name) || (code.Handler.Function.ContainingClass is { } view && HealthWords(view.Name));

    private static bool HealthWords(string name) =>
        IdentifierWords.Split(name).Exists(word => word is "health" or "healthz" or "healthcheck" or "ready" or "readiness" or "live" or "liveness" or "ping" or "status" or "check" or "test" or "probe" or "heartbeat");

    private static bool IsRemembered(FunctionDef function) =>
        function.Decorators.Any(decorator => (decorator is Call call ? call.Function : decorator).LastName() is { } name && IdentifierWords.Split(name).Exists(word => word is "cache" or "cached" or "memoize" or "singleton" or "once" or "lru" or "fixture"));

    // Put into a global, an attribute or a table it outlives the request; `flask.g` does not.
    private static bool IsKept(Call call, FunctionDef function, SemanticModel model)
    {
        SyntaxNode value = call.Parent is Await wait ? wait : call;
        while (value.Parent is BoolOp or IfExp or NamedExpression) value = value.Parent;
        if (value.Parent is not Assign assign) return value is NamedExpression || value.Parent is Keyword;
        return assign.Targets.Any(target => target switch
        {
            Attribute { Value: Name { Identifier: "g" } } => false,
            Attribute or Subscript => true,
            Name name => function.Body.OfType<Global>().Any(statement => statement.Names.Contains(name.Identifier)) || IsStoredLater(name, function) || model.GetSymbol(name)?.Scope.Node != function,
            _ => false,
        });
    }

    private static bool IsStoredLater(Name name, FunctionDef function) => function.Body.DescendantsInScope().OfType<Assign>().Any(assign =>
        assign.Value is Name value && value.Identifier == name.Identifier && assign.Targets.Any(target => target is Attribute { Value: not Name { Identifier: "g" } } or Subscript));

    // A connection to what the caller names is that caller's own.
    private static bool IsForOne(Call call, FunctionDef function)
    {
        var own = function.Parameters.PositionalOnly.Concat(function.Parameters.Positional).Concat(function.Parameters.KeywordOnly).Select(parameter => parameter.Name)
            .Append(function.Parameters.KwArg?.Name ?? "").Append("request").ToHashSet();
        return call.Arguments.Concat(call.Keywords.Select(keyword => keyword.Value)).Any(argument => argument.DescendantsAndSelf().OfType<Name>().Any(name => own.Contains(name.Identifier) || IsLocal(name, function, own)));
    }

    private static bool IsLocal(Name name, FunctionDef function, HashSet<string> own) => function.Body.DescendantsInScope().OfType<Assign>().Any(assign =>
        assign.Targets.Any(target => target is Name given && given.Identifier == name.Identifier) && assign.Value.DescendantsAndSelf().OfType<Name>().Any(source => own.Contains(source.Identifier)));
}
