using System.Collections.Immutable;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Analyzers.MigrationSafety;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports modules that talk to the outside world while they are imported.</summary>
public sealed class WorkAtImport : DiagnosticAnalyzer
{
    private const EffectKinds Outside = EffectKinds.Http | EffectKinds.Socket | EffectKinds.Database | EffectKinds.Orm | EffectKinds.Store | EffectKinds.Mail | EffectKinds.Process | EffectKinds.Sleep | EffectKinds.Input;

    private const int MaximumSteps = 2;

    private static readonly HashSet<string> EntryPoints = ["__main__.py", "manage.py", "wsgi.py", "asgi.py", "setup.py", "conftest.py", "env.py", "gunicorn.conf.py", "gunicorn_conf.py", "celeryconfig.py"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1206",
        "work-at-import",
        "A module works with the outside world while it is imported",
        "`{0}()` {1} while `{2}` is imported{3}",
        DiagnosticSeverity.Warning,
        Precision.Preview,
        "lifecycle-and-operations",
        "start-and-stop");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no module of the application is imported by another one");
        var imports = ImportGraph.Of(context.Project);
        var imported = imports.Modules.SelectMany(module => imports.ImportsOf(module)).Select(edge => edge.Target).ToHashSet();
        foreach (var module in imports.Modules)
        {
            if (!imported.Contains(module) || EntryPoints.Contains(Path.GetFileName(module.Tree.Path)) || context.Project.Files.TryGet(module.Tree.Path) is not { Role: FileRoles.Application }) continue;
            context.Examined();
            Examine(context, module);
        }
    }

    private static void Examine(ProjectContext context, ModuleSymbol module)
    {
        var graph = context.Project.Compilation.CallGraph;
        foreach (var site in graph.GetCalls(module.Body))
        {
            if (site is not { Mode: CallMode.Direct, Node: Call call } || call.IsUnderMainGuard() || IsGuarded(call) || IsDecorator(call)) continue;
            var path = site.Callee is null ? [] : graph.FindWitness(site.Callee, Outside, EffectWeight.Heavy);
            var effect = site.Callee is null ? site.Effect : path is [.., { Effect: { } last }] ? last : null;
            if (effect is null || (effect.Kind & Outside) == EffectKinds.None || effect.Weight != EffectWeight.Heavy) continue;
            // Far down, through a mapper, or to a process (asking git for a version), the way mostly hangs on a condition.
            if (path.Length > MaximumSteps || (!path.IsEmpty && effect.Kind is EffectKinds.Orm or EffectKinds.Process)) continue;
            if (site.Callee is { IsAsync: true } or { IsGenerator: true }) continue;
            var location = new Location(module.Tree.Path, module.Tree.Text, call.Function.Span);
            var through = path.IsEmpty ? "" : $", through `{path[^1].CalleeName}()`";
            context.Report(context.CreateDiagnostic(location, module.Tree.Text.ToString(call.Function.Span), Describe(effect.Kind), module.QualifiedName, through) with
            {
                CodeFlow = [.. path.Select(step => new CodeFlowStep(new Location(step.Tree.Path, step.Tree.Text, step.Span), $"calls `{step.CalleeName}()`"))],
            });
        }
    }

    // A platform check, a debugging switch: what is done only somewhere is somebody's decision.
    private static bool IsGuarded(Call call) => call.Ancestors().OfType<If>().Any();

    // `@transaction.atomic()` makes a decorator; what it wraps runs later.
    private static bool IsDecorator(Call call) => call.Parent switch
    {
        FunctionDef function => function.Decorators.Contains(call),
        ClassDef type => type.Decorators.Contains(call),
        _ => false,
    };

    private static string Describe(EffectKinds kind) => kind switch
    {
        EffectKinds.Http or EffectKinds.Socket => "uses the network",
        EffectKinds.Database or EffectKinds.Orm => "queries the database",
        EffectKinds.Store => "talks to a store",
        EffectKinds.Process => "starts a process",
        EffectKinds.Mail => "sends mail",
        EffectKinds.Sleep => "sleeps",
        _ => "waits for input",
    };
}
