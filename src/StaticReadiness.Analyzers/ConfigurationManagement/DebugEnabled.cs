using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports debug modes that nothing outside the code can turn off.</summary>
public sealed class DebugEnabled : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0503",
        "debug-enabled",
        "Debug mode is on and nothing outside the code turns it off",
        "`{0}` turns on {1}, whatever the environment",
        DiagnosticSeverity.Warning,
        Precision.High,
        "configuration-management",
        "layered")
    {
        Cwe = [489, 215],
        PeerIds = ["S201", "B201"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterSyntaxNodeAction(ExamineAssignment, SyntaxKind.Assign, SyntaxKind.AnnAssign);
        context.RegisterProjectAction(ExamineFiles);
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        foreach (var (debugSwitch, value) in DebugSwitches.Of(call, context.Tree, context.Model))
        {
            context.Examined();
            if (!IsOn(value) || IsGated(call) || DebugSettings.IsForDevelopment(call, context.File)) continue;
            var keyword = value.Parent as Keyword;
            var written = keyword is null ? context.Tree.Text.ToString(call.Function.Span) + "(True)" : $"{call.Function.LastName()}({debugSwitch.Keyword}=True)";
            var isOwnMachine = CommandLineCode.IsReachedFromGuard(call, context.Tree.Root) || call.IsUnderMainGuard() || call.KeywordValue("host").StringValue() is "127.0.0.1" or "localhost";
            Report(context, keyword is null ? call : keyword, isOwnMachine, written, debugSwitch.Effect);
        }
    }

    private static void ExamineAssignment(SyntaxNodeContext context)
    {
        var (target, value) = context.Node switch
        {
            Assign { Targets: [var only] } assign => (only, assign.Value),
            AnnAssign { Value: { } given } assign => (assign.Target, given),
            _ => (null, null),
        };
        if (target is null || value is null || !IsDebugTarget(target, context) || DebugSettings.IsFilledFromEnvironment(context.Node, context.Model)) return;
        context.Examined();
        // The settings beside a library are those of its own trial project.
        if (IsOn(value) && context.Project.Kind is not (ProjectKind.Library or ProjectKind.Framework) && !IsGated(context.Node) && !DebugSettings.IsDevelopmentOnly(context.Node, context.File, context.Project))
            Report(context, context.Node, context.Node.IsUnderMainGuard(), context.Tree.Text.ToString(context.Node.Span), "debug mode");
    }

    // `DEBUG = True` in a settings module or configuration class, `app.debug = True`, `app.config["DEBUG"] = True`.
    private static bool IsDebugTarget(Expression target, SyntaxNodeContext context) => target switch
    {
        Name { Identifier: "DEBUG" } => context.Node.Parent is ClassDef owner ? DebugSettings.IsConfigurationClass(owner) : DebugSettings.IsSettingsModule(context.File, context.Tree),
        Attribute { Name: "debug", Value: Name { Identifier: "app" or "application" } } => true,
        Subscript { Index: Constant { StringValue: "DEBUG" }, Value: Attribute { Name: "config" } } => true,
        _ => false,
    };

    private static bool IsOn(Expression value) => value.IsTrue() || value is Constant { ConstantKind: ConstantKind.Integer, Text: "1" };

    // An `if` around the switch lets something decide; the guard of a script's entry point does not.
    private static bool IsGated(SyntaxNode node) =>
        node.Ancestors().OfType<If>().Any(guard => guard.Test is not Compare { Left: Name { Identifier: "__name__" } });

    private static void ExamineFiles(ProjectContext context)
    {
        context.NotApplicable("no framework's debug switch is touched");
        if (SettingsLayers.Find(context.Project) is { } layers) context.Prove("configuration-management/layered", layers.Location, layers.Message);
        foreach (var file in context.Project.Files.Files)
        {
            if (file.Role != FileRoles.Application || !DebugSettings.IsDeployFile(file) || !file.ReadText().TryGet(out var text)) continue;
            foreach (var pair in Secrets.KeyValueLines.Read(text))
            {
                if (pair.Name is not ("FLASK_DEBUG" or "DJANGO_DEBUG" or "QUART_DEBUG" or "LITESTAR_DEBUG" or "PYRAMID_DEBUG_ALL")) continue;
                context.Examined();
                if (pair.Value.ToLowerInvariant() is not ("1" or "true" or "yes" or "on")) continue;
                context.Report(context.CreateDiagnostic(new Location(file.Path, text, pair.Span), $"{pair.Name}={pair.Value}", "debug mode") with
                {
                    // Only the `flask` command reads it, and no production server does.
                    Severity = file.Name == ".flaskenv" ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
                });
            }
        }
    }

    private static void Report(SyntaxNodeContext context, SyntaxNode culprit, bool isMinor, string written, string effect) =>
        context.Report(context.CreateDiagnostic(context.LocationOf(culprit), written, effect) with
        {
            // Started as a script, or for one machine, the switch counts; a production server imports the module and never gets here.
            Severity = isMinor ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning,
        });
}
