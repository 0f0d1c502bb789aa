using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Reports endpoints that answer with every row of a table.</summary>
public sealed class UnboundedListEndpoint : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1402",
        "unbounded-list-endpoint",
        "An endpoint answers with every row of a table",
        "`{0}` answers with every `{1}` there is: nothing limits how many",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "data-access",
        "bounded-queries")
    {
        Cwe = [770],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no endpoint lists records");
        var seen = new HashSet<FunctionSymbol>();
        foreach (var route in FrameworkModel.Of(context.Project).Routes)
        {
            if (route.Handler is not { Function: { Definition: { } definition } function } || !seen.Add(function)) continue;
            if (!route.Methods.Contains("GET") && !route.Methods.Contains("*")) continue;
            if (IsPublic(context, function) && !SmallTables.IsForAdministrators(route.Path)) ExamineHandler(context, function, definition);
        }

        foreach (var view in FrameworkModel.Of(context.Project).Handlers.Where(handler => handler is { Role: HandlerRole.Route, Function: { Name: "get", Definition: not null } }))
            if (seen.Add(view.Function) && IsPublic(context, view.Function)) ExamineHandler(context, view.Function, view.Function.Definition!);
        foreach (var list in ListViews.Find(context.Project))
        {
            context.Examined();
            if (list.Unbounded is { } query) context.Report(new Location(list.View.Tree.Path, list.View.Tree.Text, query.Place.Span), list.View.Name, query.Record.Name);
        }
    }

    private static bool IsPublic(ProjectContext context, FunctionSymbol function) =>
        context.Project.Files.TryGet(function.Tree.Path) is { Role: FileRoles.Application } && !SmallTables.IsForAdministrators(function.Tree.Path);

    private static void ExamineHandler(ProjectContext context, FunctionSymbol function, FunctionDef definition)
    {
        var model = context.Project.Compilation.GetSemanticModel(function.Tree);
        var answer = new Answer(definition);
        foreach (var node in answer.Nodes)
        {
            if (!IsWholeQuery(node, answer) || QueryChain.Of((Expression)node, model) is not { GivesRecords: true, IsBare: false } query) continue;
            if (!answer.Holds((Expression)node)) continue;
            context.Examined();
            if (query.Has(StepRole.Narrow) || query.Has(StepRole.Bound) || answer.IsPaged || SmallTables.Contains(query.Record)) continue;
            context.Report(new Location(function.Tree.Path, function.Tree.Text, node.Span), function.Name, query.Record.Name);
        }
    }

    // The outermost call of a chain: no further method is called on it, and no call runs it as its statement.
    private static bool IsWholeQuery(SyntaxNode node, Answer answer) =>
        node is Call { Function: Attribute or Name, Parent: not (Attribute or Subscript or IfExp { Parent: Attribute }) } call && call.Function.LastName() is { } name && QueryChain.IsStep(name)
        && !(call.Parent is Call { Function: Attribute { Name: var outer } } runner && runner.Arguments.Contains(call) && QueryChain.IsStep(outer))
        && !(call.Parent is Assign { Targets: [Name variable] } && answer.IsRefined(variable.Identifier));
}
