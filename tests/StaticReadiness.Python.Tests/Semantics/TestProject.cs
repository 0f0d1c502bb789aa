using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Tests.Semantics;

/// <summary>A small project written into a test: its files by path, bound together.</summary>
internal sealed class TestProject
{
    // the folders that the tests import modules from
    private static readonly string[] Roots = ["", "one", "src", "two"];

    private readonly Dictionary<string, SyntaxTree> trees = new(StringComparer.Ordinal);

    private TestProject(LibraryKnowledge knowledge, IReadOnlyList<string> roots, IEnumerable<(string Path, string Text)> files, bool includesCallsOfTests = true)
    {
        foreach (var (path, text) in files)
        {
            var tree = SyntaxTree.Parse(SourceText.From(text), path);
            tree.Diagnostics.ShouldBeEmpty();
            trees[path] = tree;
        }

        Compilation = Compilation.Create(trees.Values, roots, knowledge, isTest: tree => tree.Path.StartsWith("tests/", StringComparison.Ordinal), includesCallsOfTests: includesCallsOfTests);
    }

    public Compilation Compilation { get; }

    public static TestProject Of(params (string Path, string Text)[] files) => new(TestKnowledge.Create(), [.. Roots.Where(root => root.Length == 0 || files.Any(file => file.Path.StartsWith(root + "/", StringComparison.Ordinal)))], files);

    /// <summary>A project whose call graph holds what tests call only where other code calls into them; tests lie in <c>tests/</c>.</summary>
    public static TestProject WithoutCallsOfTests(params (string Path, string Text)[] files) => new(TestKnowledge.Create(), [""], files, includesCallsOfTests: false);

    public static TestProject Of(string text) => Of(("main.py", text));

    public SemanticModel Model(string path = "main.py") => Compilation.GetSemanticModel(trees[path]);

    public SyntaxTree Tree(string path = "main.py") => trees[path];

    /// <summary>The qualified name of the expression in the statement that starts with a marker comment's line; the marker stands at the end of the line as <c># name</c>.</summary>
    public string? NameAt(string marker, string path = "main.py") => Model(path).GetQualifiedName(ExpressionAt(marker, path));

    public string? TypeAt(string marker, string path = "main.py") => Model(path).GetType(ExpressionAt(marker, path))?.ToString();

    /// <summary>The expression statement on the line whose comment is the marker; of a call the function called.</summary>
    public Expression ExpressionAt(string marker, string path = "main.py")
    {
        var statement = StatementAt(marker, path);
        return statement.Value is Call call ? call.Function : statement.Value;
    }

    public ExpressionStatement StatementAt(string marker, string path = "main.py")
    {
        var tree = trees[path];
        var offset = tree.Text.Content.IndexOf("# " + marker + "\n", StringComparison.Ordinal);
        offset.ShouldBeGreaterThanOrEqualTo(0, "the marker is in the text");
        var line = tree.Text.GetLineIndex(offset);
        var finder = new Finder(tree, line);
        finder.Visit(tree.Root);
        return finder.Found.ShouldNotBeNull();
    }

    private sealed class Finder(SyntaxTree tree, int line) : SyntaxWalker
    {
        public ExpressionStatement? Found { get; private set; }

        protected override void VisitExpressionStatement(ExpressionStatement node)
        {
            if (tree.Text.GetLineIndex(node.Start) == line) Found = node;
            DefaultVisit(node);
        }
    }
}
