using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>Reports the switch that turns off Django's check against database access on the event loop.</summary>
public sealed class AsyncSafetyDisabled : DiagnosticAnalyzer
{
    private const string Switch = "DJANGO_ALLOW_ASYNC_UNSAFE";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0912",
        "async-safety-disabled",
        "The framework's check against blocking the event loop is turned off",
        "`{0}` turns off Django's check against blocking calls on the event loop",
        DiagnosticSeverity.Error,
        Precision.Medium,
        "async-readiness",
        "no-blocking")
    {
        Cwe = [362],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineConstant, SyntaxKind.Constant);
        context.RegisterProjectAction(ExamineFiles);
    }

    private static void ExamineConstant(SyntaxNodeContext context)
    {
        if (context.Node is not Constant { StringValue: Switch } key || ValueOf(key) is not { } value || IsEmpty(value) || IsForDevelopment(key) || IsForNotebooks(context.Tree)) return;
        context.Examined();
        context.Report(key, Switch);
    }

    // `os.environ[KEY] = value`, `os.environ.setdefault(KEY, value)`, `os.putenv(KEY, value)`, `os.environ.update({KEY: value})`.
    private static Expression? ValueOf(Constant key) => key.Parent switch
    {
        Subscript { Parent: Assign assign } target when target.Value.LastName() == "environ" && assign.Targets.Contains(target) => assign.Value,
        Call { Arguments: [var first, var value] } call when first == key && call.Function.LastName() is "setdefault" or "putenv" => value,
        Dict { Parent: Call { Function: Python.Syntax.Attribute { Name: "update", Value: var owner } } } added when owner.LastName() == "environ" && added.Keys.IndexOf(key) is >= 0 and var index => added.Values[index],
        _ => null,
    };

    // Django asks whether the variable is set at all: "false" turns the check off as well.
    private static bool IsEmpty(Expression value) => value is Constant { StringValue: "" };

    private static bool IsForDevelopment(Constant key) => key.Ancestors().OfType<If>().Any(guard => guard.Test.LastName() == "DEBUG") || key.IsUnderMainGuard()
        || key.Ancestors().OfType<ClassDef>().Any(owner => owner.Bases.Any(parent => parent.LastName()?.EndsWith("TestCase", StringComparison.Ordinal) == true));

    // A notebook runs an event loop around every cell, which is what Django keeps the switch for.
    private static bool IsForNotebooks(SyntaxTree tree) =>
        tree.Path.Split('/').Any(part => IdentifierWords.Split(part).Exists(word => word is "jupyter" or "notebook" or "notebooks" or "ipython"))
        || tree.Root.Body.Any(statement => statement is Import import && import.Names.Any(alias => alias.Name.StartsWith("IPython", StringComparison.Ordinal)) || statement is ImportFrom { Module: { } module } && module.StartsWith("IPython", StringComparison.Ordinal));

    private static void ExamineFiles(ProjectContext context)
    {
        context.NotApplicable("no setting turns the check off");
        foreach (var file in context.Project.Files.Files)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (file.IsPython || !SecretFiles.HasSettings(file) || !file.ReadText().TryGet(out var text) || !text.Content.Contains(Switch, StringComparison.Ordinal)) continue;
            foreach (var setting in KeyValueLines.Read(text).Where(setting => setting.Name == Switch && setting.Value.Length > 0))
            {
                context.Examined();
                context.Report(new Location(file.Path, text, setting.Span), Switch);
            }
        }
    }
}
