using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
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
            // declarations come from the module, and only a text that has an attribute's name is looked through for it
            var attributes = Array.Exists(Marks, tree.MayMention) ? tree.Root.DescendantsAndSelf().OfType<Attribute>() : [];
            // most of them are looked at for one thing only
            var declarations = Transaction is not null ? [] : model.Module.Classes.Select(type => (SyntaxNode)type.Node).Concat(model.Module.Functions.Select(function => function.Definition).OfType<SyntaxNode>());
            foreach (var node in declarations.Concat(attributes).Concat(tree.Root.Body))
            {
                switch (node)
                {
                    case ClassDef { Bases.IsEmpty: false } type when Transaction is null && model.GetDeclaredClass(type) is { } symbol && symbol.Mro.Any(reference => TransactionalCases.Contains(reference.QualifiedName)):
                        Transaction = (new Location(tree.Path, tree.Text, type.NameSpan), "database tests run in transactions that are rolled back");
                        break;
                    case Attribute { Name: "django_db" } mark:
                        Transaction ??= (new Location(tree.Path, tree.Text, mark.Span), "database tests run in transactions that are rolled back");
                        break;
                    case FunctionDef function when Transaction is null && TestFunctions.IsFixture(function) && function.Body.DescendantsInScope().Any(inner => inner is Call { Function: Attribute { Name: "rollback" } }):
                        Transaction = (new Location(tree.Path, tree.Text, function.NameSpan), $"`{function.Name}` rolls the database back after each test");
                        break;
                    case Attribute { Name: "dependency_overrides" } overrides:
                        Override ??= (new Location(tree.Path, tree.Text, overrides.Span), "tests override dependencies");
                        break;
                    case ImportFrom { Level: 0, Module: { } module } when DataMakers.Contains(module.Split('.')[0]):
                        Data ??= (new Location(tree.Path, tree.Text, node.Span), $"`{module}` makes the tests' data");
                        break;
                    case Import import when import.Names.FirstOrDefault(alias => DataMakers.Contains(alias.Name.Split('.')[0])) is { } alias:
                        Data ??= (new Location(tree.Path, tree.Text, node.Span), $"`{alias.Name}` makes the tests' data");
                        break;
                }
            }
        }
    }

    public static TestIdioms Of(Project project) => project.GetFact(static p => new TestIdioms(p));

    /// <summary>Database tests leave nothing behind.</summary>
    public (Location Place, string Text)? Transaction { get; private set; }

    /// <summary>Tests hand the application other dependencies.</summary>
    public (Location Place, string Text)? Override { get; private set; }

    /// <summary>Factories or generators make the data of tests.</summary>
    public (Location Place, string Text)? Data { get; private set; }
}
