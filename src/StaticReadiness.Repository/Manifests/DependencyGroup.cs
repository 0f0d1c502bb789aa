namespace StaticReadiness.Repository.Manifests;

/// <summary>The set a dependency is declared in: what it is for, and the name its manifest gives it.</summary>
/// <param name="Kind">What the group is for, judged by its place and name.</param>
/// <param name="Name">The extra's, group's or environment's name as written; empty for runtime and build.</param>
public readonly record struct DependencyGroup(DependencyGroupKind Kind, string Name)
{
    private static readonly string[] TestWords = ["test", "tests", "testing", "pytest", "tox", "cov", "coverage", "unittest", "e2e", "integration", "regression", "functests", "functest", "unittests", "systemtests", "testinfra", "molecule"];
    private static readonly string[] DocumentationWords = ["doc", "docs", "documentation", "sphinx", "mkdocs", "rtd", "readthedocs"];
    private static readonly string[] DevelopmentWords =
        ["dev", "devel", "develop", "development", "lint", "linting", "linters", "format", "formatting", "typing", "types", "mypy", "check", "checks", "ci", "release", "build", "debug", "local", "precommit", "quality", "style", "tools", "tooling", "bench", "benchmark", "benchmarks", "nox", "contrib", "maintainer", "pkgutils", "typecheck", "typechecking", "builder", "publish", "template", "translation", "translations", "travis", "circleci", "appveyor"];

    public static DependencyGroup Runtime { get; } = new(DependencyGroupKind.Runtime, "");

    public static DependencyGroup Build { get; } = new(DependencyGroupKind.Build, "");

    public bool IsRuntime => Kind == DependencyGroupKind.Runtime;

    public static DependencyGroup Extra(string name) => new(ForName(name, DependencyGroupKind.Extra), name);

    /// <summary>A group that is not installed with the package; its name tells tests and documentation from other development work.</summary>
    public static DependencyGroup Development(string name) => new(ForName(name, DependencyGroupKind.Development), name);

    /// <summary>The group a file's name stands for, such as <c>requirements-test.txt</c>; runtime where it names none.</summary>
    public static DependencyGroup FromFileName(string name)
    {
        var kind = ForName(name, DependencyGroupKind.Runtime);
        if (kind == DependencyGroupKind.Runtime && name.Contains("optional", StringComparison.OrdinalIgnoreCase)) return new DependencyGroup(DependencyGroupKind.Extra, name);
        return kind == DependencyGroupKind.Runtime ? Runtime : new DependencyGroup(kind, name);
    }

    public override string ToString() => Kind switch
    {
        DependencyGroupKind.Extra => $"extra:{Name}",
        DependencyGroupKind.Runtime => "runtime",
        DependencyGroupKind.Build => "build",
        DependencyGroupKind.Test => "test",
        DependencyGroupKind.Documentation => "docs",
        _ => "dev",
    };

    // checkdocs, checkformatting, checkmanifest: what a task of that name needs.
    private static bool IsCheck(string word) => word.Length > 5 && word.StartsWith("check", StringComparison.Ordinal) && !word.StartsWith("checker", StringComparison.Ordinal) && !word.StartsWith("checkout", StringComparison.Ordinal) && !word.StartsWith("checks", StringComparison.Ordinal);

    private static DependencyGroupKind ForName(string name, DependencyGroupKind otherwise)
    {
        foreach (var word in name.ToLowerInvariant().Split(['-', '_', '.', '/', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (TestWords.Contains(word, StringComparer.Ordinal)) return DependencyGroupKind.Test;
            if (DocumentationWords.Contains(word, StringComparer.Ordinal)) return DependencyGroupKind.Documentation;
            if (DevelopmentWords.Contains(word, StringComparer.Ordinal) || IsCheck(word)) return DependencyGroupKind.Development;
        }

        return otherwise;
    }
}

/// <summary>What a group of dependencies is for.</summary>
public enum DependencyGroupKind : byte { Runtime, Extra, Development, Test, Documentation, Build }
