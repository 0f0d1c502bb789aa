using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports clients, pools and schedulers that an asynchronous application opens for its lifetime and closes in no hook.</summary>
public sealed class ResourceNeverClosed : DiagnosticAnalyzer
{
    private const string Criterion = "lifecycle-and-operations/start-and-stop";

    /// <summary>The frameworks that call something when they stop (FRAMEWORKS.md section 6).</summary>
    private static readonly HashSet<string> WithHooks = ["fastapi", "starlette", "litestar", "sanic", "quart", "aiohttp"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1203",
        "resource-never-closed",
        "What is opened for the application's lifetime is never closed",
        "`{0}` is {1} that nothing closes when the application stops",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "lifecycle-and-operations",
        "start-and-stop")
    {
        Cwe = [772],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no asynchronous application opens clients or pools for its lifetime");
        if (context.Project.Kind != ProjectKind.Application || !context.Project.ServedApplications().Any(application => WithHooks.Contains(application.Framework.Id))) return;
        foreach (var (tree, _) in ApplicationTrees.Of(context.Project))
        {
            if (IsProgram(tree, context.Project)) continue;
            var model = context.Project.Compilation.GetSemanticModel(tree);
            foreach (var node in tree.Root.DescendantsAndSelf())
            {
                if (node is not Call call || call.Function.LastName() is not { } last || !ClosableResources.Makers.Contains(last)) continue;
                if (ClosableResources.Find(model.GetQualifiedName(call.Function)) is { } resource && TargetOf(call, model) is { } target) Judge(context, tree, call, target, resource);
            }
        }
    }

    private static void Judge(ProjectContext context, SyntaxTree tree, Call call, Expression target, ClosableResource resource)
    {
        // Such an engine closes every connection as soon as it is given back.
        if (call.KeywordValue("poolclass").LastName() == "NullPool") return;
        var holder = ResourceUse.HolderOf(target)!;
        context.Examined();
        if (ResourceUse.Of(context.Project).IsClosed(holder, resource) || IsHandedOn(target, tree, context.Project)) context.Prove(Criterion, new Location(tree.Path, tree.Text, call.Function.Span), $"`{holder}` is closed");
        else context.Report(new Location(tree.Path, tree.Text, target.Span), tree.Text.ToString(target.Span), resource.What);
    }

    // `_scheduler` that a function of the module returns, and the caller's `scheduler.shutdown()`.
    private static bool IsHandedOn(Expression target, SyntaxTree tree, Project project) =>
        target is Name { Identifier: var name } && tree.Root.DescendantsAndSelf().Any(node => node is Return { Value: Name given } && given.Identifier == name)
        && project.Trees.Any(other => other != tree && other.Text.Content.Contains(name.TrimStart('_') + ".shutdown(", StringComparison.Ordinal));

    // A program beside the application ends by itself.
    private static bool IsProgram(SyntaxTree tree, Project project) =>
        tree.Root.Body.OfType<If>().Any(guard => guard.Test is Compare { Left: Name { Identifier: "__name__" } }) && !project.ServedApplications().Any(application => application.Location.Path == tree.Path);

    // What lives as long as the application: a variable of a module, or something of the application that a hook fills.
    private static Expression? TargetOf(Call call, SemanticModel model)
    {
        SyntaxNode value = call.Parent is Await wait ? wait : call;
        var target = value.Parent switch { Assign { Targets: [var only] } => only, AnnAssign assign => assign.Target, _ => null };
        if (target is null || ResourceUse.HolderOf(target) is null || call.IsUnderMainGuard()) return null;
        if (target is Name name) return model.GetSymbol(name) is { Scope.Kind: ScopeKind.Module } ? target : null;
        return IsOfApplication(target) ? target : null;
    }

    // `app.state.client`, `request.app.ctx.client`, `app["client"]`
    private static bool IsOfApplication(Expression target) => target switch
    {
        Attribute { Value: Attribute { Name: "state" or "ctx", Value: var owner } } => owner.LastName() is "app" or "application" or "api",
        Subscript { Value: var owner } => owner.LastName() is "app" or "application",
        _ => false,
    };
}
