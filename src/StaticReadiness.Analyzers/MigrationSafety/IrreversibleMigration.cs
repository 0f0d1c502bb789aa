using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Reports migrations that cannot be taken back: Django operations without a reverse, Alembic revisions whose <c>downgrade</c> does nothing.</summary>
public sealed class IrreversibleMigration : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0202",
        "irreversible-migration",
        "A migration cannot be taken back",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.VeryHigh,
        "migration-safety",
        "schema-migrations")
    {
        AppliesTo = FileRoles.Migration,
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineOperation, SyntaxKind.Call);
        context.RegisterSyntaxTreeAction(ExamineRevision);
    }

    private static void ExamineOperation(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function is Python.Syntax.Attribute { Name: not ("RunPython" or "RunSQL") } || call.HasUnpacking()) return;
        var (keyword, operation) = context.Model.GetQualifiedName(call.Function) switch
        {
            "django.db.migrations.RunPython" or "django.db.migrations.operations.RunPython" => ("reverse_code", "RunPython"),
            "django.db.migrations.RunSQL" or "django.db.migrations.operations.RunSQL" => ("reverse_sql", "RunSQL"),
            _ => (null, null),
        };
        if (keyword is null) return;
        context.Examined();
        var reverse = call.Argument(1, keyword);
        if (reverse is null || reverse.IsNone())
            context.Report(call.Function, $"`{operation}` has no `{keyword}`");
    }

    // Alembic documents a revision as a module with upgrade() and downgrade(): https://alembic.sqlalchemy.org/en/latest/tutorial.html
    private static void ExamineRevision(SyntaxTreeContext context)
    {
        var functions = context.Tree.Root.Body.OfType<FunctionDef>().ToLookup(function => function.Name);
        if (!functions["upgrade"].Any() || AlembicRevision.Read(context.Tree) is null) return;
        context.Examined();
        if (functions["downgrade"].FirstOrDefault() is not { } downgrade || !IsEmpty(downgrade) || functions["upgrade"].All(IsEmpty)) return;
        context.Report(downgrade.NameSpan, "`downgrade()` does not undo what `upgrade()` does");
    }

    private static bool IsEmpty(FunctionDef function) => function.Body.All(statement => statement is Pass or Raise
        || statement is ExpressionStatement { Value: Constant }
        || statement is Return { Value: null or Constant { ConstantKind: ConstantKind.None } });
}
