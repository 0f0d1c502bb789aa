using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports start and stop hooks that their framework has deprecated or removed.</summary>
public sealed class DeprecatedLifecycleHook : DiagnosticAnalyzer
{
    private const string Criterion = "lifecycle-and-operations/start-and-stop";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1210",
        "deprecated-lifecycle-hook",
        "A start or stop hook is deprecated or gone",
        "`{0}` is deprecated since {1}",
        DiagnosticSeverity.Warning,
        Precision.VeryHigh,
        "lifecycle-and-operations",
        "start-and-stop")
    {
        Cwe = [477],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineMethod, SyntaxKind.Attribute);
        context.RegisterSyntaxNodeAction(ExamineConstructor, SyntaxKind.Call);
        context.RegisterProjectAction(ProveHooks);
    }

    private static void ExamineMethod(SyntaxNodeContext context)
    {
        var method = (Attribute)context.Node;
        if (!LifecycleHooks.IsHook(method.Name) || !IsCalledOrDecorates(method)) return;
        if (FrameworkTables.FrameworkOf(method.Value, context.Model) is not { } framework) return;
        if (LifecycleHooks.DeprecatedSince(method.Name, framework.Id, "method") is { } since)
            context.Report(method, context.Tree.Text.ToString(method.Span), since);
    }

    private static bool IsCalledOrDecorates(Attribute method) =>
        (method.Parent is Call call && call.Function == method) || (method.Parent is FunctionDef function && function.Decorators.Contains(method));

    private static void ExamineConstructor(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name is not ("on_startup" or "on_shutdown")) continue;
            if (context.Model.GetQualifiedName(call.Function) is not { } name || !FrameworkTables.Objects.TryGetValue(name, out var made)) return;
            if (LifecycleHooks.DeprecatedSince(keyword.Name, made.Framework.Id, "keyword") is { } since) context.Report(keyword, $"{keyword.Name}=", since);
        }
    }

    // Every hook that is not deprecated was an opportunity to use one that is.
    private static void ProveHooks(ProjectContext context)
    {
        context.NotApplicable("nothing happens at start or stop");
        foreach (var handler in FrameworkModel.Of(context.Project).Handlers)
        {
            if (handler.Role is not (HandlerRole.Startup or HandlerRole.Shutdown or HandlerRole.Lifespan)) continue;
            context.Examined();
            if (handler is { Role: not HandlerRole.Startup, Function.Definition: { } definition })
                context.Prove(Criterion, new Location(handler.Function.Tree.Path, handler.Function.Tree.Text, definition.NameSpan), $"`{handler.Function.Name}` runs when the application stops");
        }
    }
}
