using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports tools for tests and checks among the packages that an application installs to run.</summary>
public sealed class DevelopmentDependencyAtRuntime : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Tools =
    [
        "pytest", "nose", "nose2", "tox", "nox", "coverage", "codecov", "coveralls", "black", "ruff", "flake8", "pylint", "mypy", "pyright", "isort", "autopep8", "yapf", "pycodestyle", "pydocstyle",
        "pyflakes", "pre-commit", "bandit", "ipdb", "pudb", "factory-boy", "freezegun", "pytest-django", "pytest-asyncio", "pytest-cov", "pytest-mock", "pytest-xdist", "pytest-flask", "pytest-aiohttp",
        "bumpversion", "bump2version", "twine", "djlint", "interrogate", "vulture", "radon", "pip-tools",
    ];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0308",
        "development-dependency-at-runtime",
        "A tool for development is installed in production",
        "`{0}` serves development and is declared among what the application runs on",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "dependency-hygiene",
        "declared-equals-used")
    {
        PeerIds = ["DEP004"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        if (context.Project.Kind is not (ProjectKind.Application or ProjectKind.Cli))
        {
            context.NotApplicable("only an application is installed to run");
            return;
        }

        context.NotApplicable("no dependency is declared");
        var dependencies = ProjectDependencies.Of(context.Project);
        var imported = ImportedPackages.Of(context.Project).Imports.Where(used => used.Role == FileRoles.Application)
            .SelectMany(used => ModuleDistributions.For(ImportedPackages.FullName(used.Import))).ToHashSet();
        foreach (var dependency in dependencies.Declared.Where(dependency => dependency.Group.IsRuntime).DistinctBy(dependency => dependency.Name))
        {
            context.Examined();
            // Who imports it needs it, a service that formats code for its users for one.
            if (Tools.Contains(dependency.Name) && !imported.Contains(dependency.Name)) context.Report(dependencies.LocationOf(dependency), dependency.Name);
        }
    }
}
