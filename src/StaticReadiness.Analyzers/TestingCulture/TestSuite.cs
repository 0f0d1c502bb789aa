using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Semantics;
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
            CountTests(tree.Root.Body, tree, file, model);
        }
    }

    public static TestSuite Of(Project project) => project.GetFact(static p => new TestSuite(p));

    /// <summary>The files of tests, helpers and fixtures included.</summary>
    public ImmutableArray<SyntaxTree> Trees { get; }

    public int Count { get; private set; }

    public Location? First { get; private set; }

    private void CountTests(ImmutableArray<Statement> body, SyntaxTree tree, RepositoryFile file, SemanticModel model)
    {
        foreach (var statement in body)
        {
            if (statement.Kind == SyntaxKind.ClassDef)
            {
                CountTests(((ClassDef)statement).Body, tree, file, model);
            }
            else if (statement.Kind == SyntaxKind.FunctionDef && TestFunctions.IsTest((FunctionDef)statement, file, model))
            {
                Count++;
                First ??= new Location(tree.Path, tree.Text, ((FunctionDef)statement).NameSpan);
            }
        }
    }
}
