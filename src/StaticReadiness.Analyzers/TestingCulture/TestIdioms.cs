using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>What a project's tests do well, each with the first place that shows it: a fact shared by rules.</summary>
internal sealed class TestIdioms
{
    /// <summary>Cases that run each test in a transaction and roll it back (Django documentation, testing tools; Tortoise ORM documentation, unit tests).</summary>
    private static readonly HashSet<string> TransactionalCases = ["django.test.TestCase", "rest_framework.test.APITestCase", "tortoise.contrib.test.TestCase"];

    private static readonly HashSet<string> DataMakers = ["factory", "hypothesis", "model_bakery", "polyfactory", "mimesis", "faker", "pytest_factoryboy", "mixer"];

    private static readonly string[] Marks = ["django_db", "dependency_overrides"];

    private TestIdioms(Project project)
    {
        foreach (var tree in TestSuite.Of(project).Trees)
        {
            var model = project.Compilation.GetSemanticModel(tree);
            if (Transaction is null) FindTransaction(tree, model);
            // only a text that has an attribute's name is looked through for it
            if (Array.Exists(Marks, tree.MayMention)) FindMarks(tree);
            if (Data is null) FindDataMaker(tree);
        }
    }

    public static TestIdioms Of(Project project) => project.GetFact(static p => new TestIdioms(p));

    /// <summary>Database tests leave nothing behind.</summary>
    public (Location Place, string Text)? Transaction { get; private set; }

    /// <summary>Tests hand the application other dependencies.</summary>
    public (Location Place, string Text)? Override { get; private set; }

    /// <summary>Factories or generators make the data of tests.</summary>
    public (Location Place, string Text)? Data { get; private set; }

    private void FindTransaction(SyntaxTree tree, SemanticModel model)
    {
        foreach (var type in model.Module.Classes)
        {
            if (type.Node.Bases.IsEmpty || !type.Mro.Any(reference => TransactionalCases.Contains(reference.QualifiedName))) continue;
            Transaction = (new Location(tree.Path, tree.Text, type.Node.NameSpan), "database tests run in transactions that are rolled back");
            return;
        }

        foreach (var symbol in model.Module.Functions)
        {
            if (symbol.Definition is not { } function || !TestFunctions.IsFixture(function) || !function.Body.DescendantsInScope().Any(inner => inner is Call { Function: Attribute { Name: "rollback" } })) continue;
            Transaction = (new Location(tree.Path, tree.Text, function.NameSpan), $"`{function.Name}` rolls the database back after each test");
            return;
        }
    }

    private void FindMarks(SyntaxTree tree)
    {
        foreach (var node in tree.Root.DescendantsAndSelf())
        {
            if (node is not Attribute mark) continue;
            if (mark.Name == "django_db") Transaction ??= (new Location(tree.Path, tree.Text, mark.Span), "database tests run in transactions that are rolled back");
            else if (mark.Name == "dependency_overrides") Override ??= (new Location(tree.Path, tree.Text, mark.Span), "tests override dependencies");
        }
    }

    private void FindDataMaker(SyntaxTree tree)
    {
        foreach (var statement in tree.Root.Body)
        {
            var module = statement.Kind switch
            {
                SyntaxKind.ImportFrom when statement is ImportFrom { Level: 0, Module: { } from } => IsDataMaker(from) ? from : null,
                SyntaxKind.Import => ((Import)statement).Names.FirstOrDefault(alias => IsDataMaker(alias.Name))?.Name,
                _ => null,
            };
            if (module is null) continue;
            Data = (new Location(tree.Path, tree.Text, statement.Span), $"`{module}` makes the tests' data");
            return;
        }
    }

    private static bool IsDataMaker(string module) => DataMakers.Contains(ModuleNames.TopLevel(module));
}
