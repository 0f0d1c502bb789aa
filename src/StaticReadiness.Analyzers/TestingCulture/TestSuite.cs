using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>The tests of a project: a fact shared by rules.</summary>
internal sealed class TestSuite
{
    private TestSuite(Project project)
    {
        Trees = [.. project.Trees.Where(tree => project.Files.TryGet(tree.Path) is { Role: FileRoles.Test })];
        foreach (var tree in Trees)
        {
            var file = project.Files.TryGet(tree.Path)!;
            var model = project.Compilation.GetSemanticModel(tree);
            foreach (var function in tree.Root.Body.SelectMany(FunctionsOf))
            {
                if (!TestFunctions.IsTest(function, file, model)) continue;
                Count++;
                First ??= new Location(tree.Path, tree.Text, function.NameSpan);
            }
        }
    }

    public static TestSuite Of(Project project) => project.GetFact(static p => new TestSuite(p));

    /// <summary>The files of tests, helpers and fixtures included.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    public int Count { get; }

    public Location? First { get; }

    private static IEnumerable<FunctionDef> FunctionsOf(Statement statement) => statement switch
    {
        FunctionDef function => [function],
        ClassDef type => type.Body.SelectMany(FunctionsOf),
        _ => [],
    };
}
