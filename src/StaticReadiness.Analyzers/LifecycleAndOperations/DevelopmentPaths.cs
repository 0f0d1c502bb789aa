using StaticReadiness.Analyzers.Knowledge;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Tells deployment files from those of a developer's machine, by the words of their paths.</summary>
internal static class DevelopmentPaths
{
    private static readonly HashSet<string> Words =
        ["dev", "devel", "develop", "development", "devcontainer", "debug", "local", "test", "tests", "testing", "ci", "override", "example", "examples", "sample", "samples", "demo", "demos", "e2e", "playground", "github", "contrib", "docs", "tilt", "skaffold", "benchmark", "benchmarks", "gitpod", "loadtest", "loadtests", "locust"];

    public static bool Contains(string path) => IdentifierWords.Split(path).Any(Words.Contains);
}
