using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.MigrationSafety;

/// <summary>Reports Django apps with models and no migrations, and tables created from models where no migration tool is set up.</summary>
public sealed class ModelsWithoutMigrations : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<string> MigrationTools = ["alembic", "flask-migrate", "flask-alembic", "aerich", "yoyo-migrations", "django", "piccolo"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0201",
        "models-without-migrations",
        "Models have no migrations",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "migration-safety",
        "schema-migrations");

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterProjectAction(ExamineDjango);
        context.RegisterSyntaxNodeAction(ExamineCreateAll, SyntaxKind.Call);
    }

    private static void ExamineDjango(ProjectContext context)
    {
        var migrated = MigrationHistory.Of(context.Project).Django.Select(migration => migration.App).ToHashSet();
        // a project that migrates nothing leaves it to whoever installs its apps; one that migrates something has forgotten the rest
        if (migrated.Count == 0 && context.Project.Kind != ProjectKind.Application) return;
        foreach (var app in context.Project.Modules.Where(module => RoleOf(context, module) == FileRoles.Application)
            .SelectMany(module => module.Classes).Where(IsTable).GroupBy(model => AppOf(model, migrated)))
        {
            context.Examined();
            if (migrated.Contains(app.Key)) continue;
            var first = app.OrderBy(model => model.Tree.Path, StringComparer.Ordinal).ThenBy(model => model.Node.Start).First();
            context.Report(new Location(first.Tree.Path, first.Tree.Text, first.Node.NameSpan), $"the model `{first.Name}` belongs to an app without migrations: `{app.Key}/migrations` holds none");
        }
    }

    private static void ExamineCreateAll(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.Function is not Attribute { Name: "create_all" or "generate_schemas" } method) return;
        if (!IsSchemaCreation(context.Model, method)) return;
        context.Examined();
        if (IsMigratedOtherwise(context.Project)) return;
        context.Report(method, $"`{method.DottedName() ?? method.Name}()` creates tables and no migration tool is set up: it never alters one that exists");
    }

    private static bool IsSchemaCreation(SemanticModel model, Attribute method) =>
        method.Value.LastName() is "metadata" or "db" || model.GetQualifiedName(method) is { } name
            && (name.StartsWith("sqlalchemy.", StringComparison.Ordinal) || name.StartsWith("sqlmodel.", StringComparison.Ordinal)
                || name.StartsWith("flask_sqlalchemy.", StringComparison.Ordinal) || name.StartsWith("tortoise.", StringComparison.Ordinal));

    private static bool IsMigratedOtherwise(Project project) =>
        !MigrationHistory.Of(project).Alembic.IsEmpty
        || project.Files.Files.Any(file => file.Name is "alembic.ini" or "script.py.mako")
        || ProjectDependencies.Of(project).Runtime.Any(dependency => MigrationTools.Contains(dependency.Name));

    private static FileRoles RoleOf(ProjectContext context, ModuleSymbol module) => context.Project.Files.TryGet(module.Tree.Path)?.Role ?? FileRoles.None;

    // Abstract models and proxies have no table of their own, unmanaged ones have one that Django leaves alone: https://docs.djangoproject.com/en/stable/ref/models/options/
    private static bool IsTable(ClassSymbol model)
    {
        if (!model.IsSubclassOf("django.db.models.Model")) return false;
        if (model.Node.Body.OfType<ClassDef>().FirstOrDefault(inner => inner.Name == "Meta") is not { } meta) return true;
        return !meta.Body.OfType<Assign>().Any(option => option.Targets is [Name name]
            && (name.Identifier is "app_label" || (name.Identifier is "abstract" or "proxy" && option.Value.IsTrue()) || (name.Identifier == "managed" && option.Value.IsFalse())));
    }

    // The app is the nearest folder that has migrations, else the one that holds models.py or the package models.
    private static string AppOf(ClassSymbol model, HashSet<string> migrated)
    {
        var folder = FolderOf(model.Tree.Path);
        for (var at = folder; at.Length > 0; at = FolderOf(at))
            if (migrated.Contains(at)) return at;
        return folder.EndsWith("/models", StringComparison.Ordinal) ? FolderOf(folder) : folder;
    }

    private static string FolderOf(string path) => path.LastIndexOf('/') is var slash and > 0 ? path[..slash] : "";
}
