using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Driver;
using StaticReadiness.Analyzers.Frameworks;
using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;
using StaticReadiness.Testing;
using static StaticReadiness.Analyzers.Tests.Frameworks.FrameworkModels;

namespace StaticReadiness.Analyzers.Tests.Frameworks;

/// <summary>What a file says about frameworks is plain data of that file alone: it outlives being written and read, and does not depend on other files.</summary>
public class FileFactsTests
{
    public static TheoryData<string> FixtureProjects => [.. Directory.GetDirectories(Fixtures).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private static string Fixtures => Path.Combine(FindRoot(), "fixtures", "projects");

    [Theory]
    [MemberData(nameof(FixtureProjects))]
    public void The_model_is_the_same_when_the_facts_of_every_file_are_read_back(string fixture)
    {
        var project = Load(fixture);
        var model = new FrameworkModelBuilder(project).Build();
        var again = new FrameworkModelBuilder(project, facts => FactSerializer.Read(FactSerializer.Write(facts))).Build();
        Outline(again).ShouldBe(Outline(model));
        Outline(model).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(FixtureProjects))]
    public void The_facts_of_a_file_are_the_same_alone_and_among_others(string fixture)
    {
        var project = Load(fixture);
        foreach (var tree in project.Trees)
        {
            var alone = FactCollector.Collect(SymbolTable.Bind(SyntaxTree.Parse(tree.Text, "elsewhere/" + tree.Path)));
            var among = FactCollector.Collect(project.Compilation.GetSemanticModel(tree).Module.SymbolTable);
            FactSerializer.Write(alone).ShouldBe(FactSerializer.Write(among), tree.Path);
        }
    }

    [Theory]
    [MemberData(nameof(FixtureProjects))]
    public void Facts_that_are_read_back_are_written_alike(string fixture)
    {
        foreach (var tree in Load(fixture).Trees)
        {
            var bytes = FactSerializer.Write(FactCollector.Collect(SymbolTable.Bind(tree)));
            FactSerializer.Write(FactSerializer.Read(bytes)).ShouldBe(bytes, tree.Path);
        }
    }

    [Fact]
    public void Of_a_project_that_imports_no_framework_no_file_is_read()
    {
        var read = 0;
        var project = Load(RepositoryFiles.InMemory([("shop/cart.py", "import json\n\ndef get(path):\n    return json.loads(path)\n")]));
        _ = new FrameworkModelBuilder(project, facts =>
        {
            read++;
            return facts;
        }).Build();
        read.ShouldBe(0);
    }

    [Fact]
    public void A_site_keeps_values_names_and_places()
    {
        var facts = FactCollector.Collect(SymbolTable.Bind(SyntaxTree.Parse(
            Python.Text.SourceText.From("from flask import Flask\nPREFIX = \"/v1\"\ndef make():\n    app = Flask(__name__)\n    app.add_url_rule(PREFIX + \"/a\", view_func=show, methods=[\"GET\"])\n    return app\n"), "app.py")));
        facts.Variables["PREFIX"].Value.StringValue().ShouldBe("/v1");
        var made = facts.Calls[0];
        made.Node.Function.ImportedName().ShouldBe("flask.Flask");
        made.Target!.Binding!.Local.ShouldBe("39:app");
        made.Function.ShouldBe(39);
        var rule = facts.Calls[1].Node;
        rule.Function.LastName().ShouldBe("add_url_rule");
        rule.Arguments[0].Kind.ShouldBe(SiteValueKind.Sum);
        rule.KeywordValue("methods").StringElements().ShouldBe(["GET"]);
        facts.Locals["39:app"].Kind.ShouldBe(SiteValueKind.Call);
    }

    [Fact]
    public void An_expression_however_deep_is_written_and_read()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200)) + string.Concat(Enumerable.Repeat("]", 200));
        var facts = FactCollector.Collect(SymbolTable.Bind(SyntaxTree.Parse(Python.Text.SourceText.From($"from flask import Flask\napp = Flask({deep})\n"), "app.py")));
        FactSerializer.Write(FactSerializer.Read(FactSerializer.Write(facts))).ShouldBe(FactSerializer.Write(facts));
    }

    private static Project Load(string fixture) => Load(RepositoryFiles.Open(Path.Combine(Fixtures, fixture)));

    private static Project Load(RepositoryFiles files) =>
        AnalysisDriver.Load(files, new AnalysisOptions { Today = RuleTest.Today, Knowledge = LibraryTables.Knowledge, Jobs = 1 })[0].Whole;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StaticReadiness.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
