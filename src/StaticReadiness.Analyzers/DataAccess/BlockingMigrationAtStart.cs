using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Analyzers.LifecycleAndOperations;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Pipelines;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Reports deployments whose every start migrates the database before it serves.</summary>
public sealed class BlockingMigrationAtStart : DiagnosticAnalyzer
{
    // Scripts of developers, and those that install or deploy: they run once for each release.
    private static readonly HashSet<string> NoStart = ["dev", "develop", "development", "local", "test", "tests", "ci", "deploy", "install", "setup", "update", "upgrade", "release", "preview", "predeploy", "bootstrap", "demo", "example", "examples"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1409",
        "blocking-migration-at-start",
        "Every start of the application migrates the database",
        "`{0}` runs with every start of the application, before it serves",
        DiagnosticSeverity.Note,
        Precision.High,
        "data-access",
        "transactions");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (context.Project.Kind != ProjectKind.Application)
        {
            context.NotApplicable("nothing is served");
            return;
        }

        context.NotApplicable("no deployment is described");
        var reported = 0;
        foreach (var process in context.Project.Deployment.Processes)
            reported += ExamineCommands(context, process.Commands, process.Path, process.Text);
        foreach (var script in context.Project.Pipelines.Commands.Where(command => command.Tool == PipelineTool.ShellScript).GroupBy(command => command.Path))
            reported += ExamineCommands(context, [.. script.SelectMany(command => command.Commands)], script.Key, script.First().Source);
        foreach (var file in context.Project.Files.Files.Where(StartScripts.Contains))
            if (StartScripts.Read(file) is ({ } text, var commands)) reported += ExamineCommands(context, commands, file.Path, text);
        if (reported == 0) ExamineHooks(context);
    }

    // A process that only migrates is the right way: it runs once, before the others start.
    private static int ExamineCommands(ProjectContext context, IReadOnlyList<ShellCommand> commands, string path, SourceText text)
    {
        if (DevelopmentPaths.Contains(path) || IdentifierWords.Split(path).Exists(NoStart.Contains)) return 0;
        if (!commands.SelectMany(MigrationRuns.Expand).Any(Serves)) return 0;
        context.Examined();
        foreach (var command in commands)
        {
            if (MigrationRuns.Expand(command).Select(MigrationRuns.Describe).FirstOrDefault(found => found is not null) is not { } migration) continue;
            context.Report(new Location(path, text, command.Span), migration);
            return 1;
        }

        return 0;
    }

    // `exec "$@"` runs what the container was given; `main "$@"` hands the arguments of a script on.
    private static bool Serves(ShellCommand command) => ServerPrograms.IsForDevelopment(command) is not null || command.Program.Contains("$@", StringComparison.Ordinal);

    private static void ExamineHooks(ProjectContext context)
    {
        foreach (var handler in FrameworkModel.Of(context.Project).Handlers.Where(handler => handler.Role is HandlerRole.Startup or HandlerRole.Lifespan))
        {
            if (handler.Function.Definition is not { } definition) continue;
            var model = context.Project.Compilation.GetSemanticModel(handler.Function.Tree);
            context.Examined();
            foreach (var call in definition.Body.DescendantsInScope().OfType<Call>().Where(call => MigrationRuns.Migrates(call, model)))
                context.Report(new Location(handler.Function.Tree.Path, handler.Function.Tree.Text, call.Function.Span), call.Function.DottedName() ?? call.Function.LastName()!);
        }
    }
}
