using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports projects without tests, and packages that no test reaches.</summary>
public sealed class MissingTests : DiagnosticAnalyzer
{
    private const string Criterion = "testing-culture/present";

    /// <summary>Modules by which tests run a program instead of importing it.</summary>
    private static readonly HashSet<string> Runners = ["subprocess", "pexpect", "docker", "testcontainers", "testinfra", "click", "typer", "playwright", "selenium", "runpy", "sh", "plumbum", "molecule", "ansible", "behave", "robot", "tavern"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0603",
        "missing-tests",
        "Code without tests",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "testing-culture",
        "present");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        var code = context.Project.Trees.Where(tree => context.Project.Files.TryGet(tree.Path) is { Role: FileRoles.Application } && HasCode(tree)).ToList();
        if (code.Count == 0)
        {
            context.NotApplicable("no code that could be tested");
            return;
        }

        var suite = TestSuite.Of(context.Project);
        if (suite.Count > 0 && ReachNothing(context.Project, suite, code))
        {
            context.Examined();
            if (context.Project.Root.Length > 0) context.Unknown("the tests may be those of another project");
            else context.Report(suite.First!, suite.Count == 1 ? "The only test imports nothing of the project" : $"{suite.Count} tests import nothing of the project");
        }
        else if (suite.Count > 0)
        {
            if (TestIdioms.Of(context.Project).Data is { } data) context.Prove(Criterion, data.Place, data.Text);
            context.Prove(Criterion, suite.First!, suite.Count == 1 ? "one test" : $"{suite.Count} tests");
            ExaminePackages(context, code);
        }
        else if (!suite.Trees.IsEmpty)
            context.Unknown("the tests are run in a way that is not known");
        else if (context.Project != context.Project.Whole && code.Any(TestReach.Of(context.Project.Whole).Contains))
            context.Unknown("the tests of another project import it");
        else if (context.Project.Kind != ProjectKind.Script)
        {
            context.Examined();
            // One of several projects beside tested ones is often a tool of theirs.
            var isBeside = context.Project.Root.Length > 0 && TestSuite.Of(context.Project.Whole).Count > 0;
            context.Report(context.CreateDiagnostic(Location.Repository, code.Count == 1 ? $"`{code[0].Path}` has no test" : $"{code.Count} modules with code have not one test") with { Severity = isBeside ? DiagnosticSeverity.Note : DiagnosticSeverity.Warning });
        }
    }

    private static void ExaminePackages(ProjectContext context, List<SyntaxTree> code)
    {
        var reach = TestReach.Of(context.Project);
        foreach (var package in code.GroupBy(tree => DirectoryOf(tree.Path)))
        {
            context.Examined();
            if (reach.IsOpen || package.Key.Length == 0 || package.Any(tree => reach.Contains(tree) || IsEntryPoint(tree))) continue;
            var functions = package.Sum(tree => tree.Root.Body.Count(statement => statement is FunctionDef or ClassDef));
            var first = package.OrderBy(tree => !tree.Path.EndsWith("/__init__.py", StringComparison.Ordinal)).ThenBy(tree => tree.Path, StringComparer.Ordinal).First();
            context.Report(Location.OfFile(first.Path), $"No test imports `{package.Key}`, directly or through other modules: {(functions == 1 ? "one function or class" : $"{functions} functions and classes")}");
        }
    }

    // Tests that start the product as a program, or the container it is in, import nothing and test it all the same.
    private static bool ReachNothing(Project project, TestSuite suite, List<SyntaxTree> code)
    {
        var reach = TestReach.Of(project);
        return !reach.IsOpen && !code.Any(reach.Contains) && !suite.Trees.Any(StartsPrograms) && !code.Any(tree => suite.Trees.Any(test => test.Path == tree.Path));
    }

    private static bool StartsPrograms(SyntaxTree tree) => tree.Root.DescendantsAndSelf().Any(node => node switch
    {
        Import import => import.Names.Any(alias => Runners.Contains(ModuleNames.TopLevel(alias.Name))),
        ImportFrom { Level: 0, Module: { } module } => Runners.Contains(ModuleNames.TopLevel(module)),
        ImportFrom { Level: > 0 } => false,
        FunctionDef function => function.Parameters.Positional.Any(parameter => parameter.Name is "testdir" or "pytester" or "script_runner" or "cli_runner" or "live_server" or "client" or "app" or "api_client" or "page"),
        _ => false,
    });

    private static bool HasCode(SyntaxTree tree) => tree.Root.Body.Any(statement => statement is FunctionDef or ClassDef { Body.Length: > 1 });

    // Programs of their own are started, not imported.
    private static bool IsEntryPoint(SyntaxTree tree) =>
        tree.Path.EndsWith("/__main__.py", StringComparison.Ordinal) || tree.Text.Content.StartsWith("#!", StringComparison.Ordinal) || tree.Text.Content.Contains("__main__", StringComparison.Ordinal);

    private static string DirectoryOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";
}
