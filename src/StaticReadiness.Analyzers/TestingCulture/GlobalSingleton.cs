using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports module-level clients that request handlers use directly instead of receiving them.</summary>
public sealed class GlobalSingleton : DiagnosticAnalyzer
{
    private const string Criterion = "testing-culture/injection";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0601",
        "global-singleton",
        "Request handlers use a module-level client directly",
        "`{0}` is {1} made at import, and `{2}` uses it directly{3}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "testing-culture",
        "injection")
    {
        Cwe = [1108],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no module-level client and no request handler");
        ProveInjection(context);
        var clients = FindClients(context).GroupBy(client => client.Key).Where(IsOneModule).ToDictionary(group => group.Key, group => group.Last());
        if (clients.Count == 0) return;
        var uses = FindUses(context, clients);
        foreach (var client in clients.Values)
        {
            context.Examined();
            if (!uses.TryGetValue(client.Key, out var found)) continue;
            var others = found.Select(use => use.Handler).Distinct().Count() - 1;
            var rest = others == 0 ? "" : others == 1 ? ", as does one other handler" : $", as do {others} other handlers";
            context.Report(context.CreateDiagnostic(client.Location, client.Name, client.Title, found[0].Handler.Name, rest) with
            {
                Related = [.. found.Select(use => new CodeFlowStep(use.Location, $"used in `{use.Handler.Name}`"))],
            });
        }
    }

    private static void ProveInjection(ProjectContext context)
    {
        var model = FrameworkModel.Of(context.Project);
        if (model.Handlers.FirstOrDefault(handler => handler.Role == HandlerRole.Dependency) is { Function: { Definition: { } dependency } function })
            context.Prove(Criterion, new Location(function.Tree.Path, function.Tree.Text, dependency.NameSpan), $"handlers receive `{function.Name}` as a dependency");
        if (model.Applications.FirstOrDefault(application => application is { Role: FileRoles.Application, Factory: not null }) is { } made)
            context.Prove(Criterion, made.Location, $"`{made.Factory!.Name}` makes the application, also for tests");
        if (TestIdioms.Of(context.Project).Override is { } overridden) context.Prove(Criterion, overridden.Place, overridden.Text);
    }

    // Two services of one repository may both have a `database.engine`: who uses which is not known.
    private static bool IsOneModule(IEnumerable<Client> clients) => clients.DistinctBy(client => client.Location.Path).Count() == 1;

    private static IEnumerable<Client> FindClients(ProjectContext context)
    {
        var roles = context.Project.Files.Files.Where(file => file.IsPython).ToDictionary(file => file.Path, file => file.Role);
        foreach (var tree in context.Project.Trees)
        {
            if (roles.GetValueOrDefault(tree.Path) != FileRoles.Application) continue;
            var model = context.Project.Compilation.GetSemanticModel(tree);
            foreach (var assign in tree.Root.Body.OfType<Assign>())
            {
                if (assign is not { Targets: [Name target], Value: Call call }
                    || (StatefulClients.TitleOf(model.GetQualifiedName(call.Function)) ?? StatefulClients.TitleOf(model.GetType(call)?.QualifiedName)) is not { } title || IsUnbound(call)) continue;
                yield return new Client($"{model.ModuleName}.{target.Identifier}", target.Identifier, title, new Location(tree.Path, tree.Text, target.Span));
            }
        }
    }

    // `scoped_session(sessionmaker())` knows no database until somebody configures it.
    private static bool IsUnbound(Call call) => call is { Keywords.IsEmpty: true, Arguments: [Call { Arguments.IsEmpty: true } maker] } && call.Function.LastName() == "scoped_session" && maker.KeywordValue("bind") is null && !maker.HasUnpacking();

    private static Dictionary<string, List<(FunctionSymbol Handler, Location Location)>> FindUses(ProjectContext context, Dictionary<string, Client> clients)
    {
        var uses = new Dictionary<string, List<(FunctionSymbol, Location)>>();
        foreach (var handler in FrameworkModel.Of(context.Project).Handlers.Where(handler => handler.Role == HandlerRole.Route))
        {
            if (handler.Function.Definition is not { } definition) continue;
            var model = context.Project.Compilation.GetSemanticModel(handler.Function.Tree);
            foreach (var node in definition.Body.DescendantsInScope())
            {
                if (node is not (Name { Context: ExpressionContext.Load } or Python.Syntax.Attribute { Context: ExpressionContext.Load })) continue;
                if (ReferenceKeys.Of((Expression)node, model) is not { } key || !clients.ContainsKey(key)) continue;
                if (!uses.TryGetValue(key, out var found)) uses[key] = found = [];
                found.Add((handler.Function, new Location(handler.Function.Tree.Path, handler.Function.Tree.Text, node.Span)));
            }
        }

        return uses;
    }

    private sealed record Client(string Key, string Name, string Title, Location Location);
}
