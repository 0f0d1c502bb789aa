using System.Collections.Immutable;
using System.Text;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Dev.Dumping;

/// <summary>Writes a tree as CPython 3.13's <c>ast.dump(tree, include_attributes=True)</c> does: no empty lists, no absent values.</summary>
internal sealed partial class TreeDump
{
    private readonly StringBuilder output = new();
    private readonly SyntaxTree tree;
    private bool isFirstField;

    private TreeDump(SyntaxTree tree) => this.tree = tree;

    /// <summary>Returns the dump of a whole tree, without a line end.</summary>
    public static string Write(SyntaxTree tree)
    {
        var dump = new TreeDump(tree);
        dump.Open("Module");
        dump.Nodes("body", tree.Root.Body);
        dump.Close();
        return dump.output.ToString();
    }

    private SourceText Text => tree.Text;

    private void Open(string name)
    {
        output.Append(name).Append('(');
        isFirstField = true;
    }

    private void Close()
    {
        output.Append(')');
        isFirstField = false;
    }

    private void Close(SyntaxNode node)
    {
        var start = Text.GetUtf8Position(node.Start);
        var end = Text.GetUtf8Position(node.End);
        Number("lineno", start.Line + 1);
        Number("col_offset", start.Column);
        Number("end_lineno", end.Line + 1);
        Number("end_col_offset", end.Column);
        Close();
    }

    private void Field(string name)
    {
        if (!isFirstField) output.Append(", ");
        isFirstField = false;
        output.Append(name).Append('=');
    }

    private void Number(string name, int value)
    {
        Field(name);
        output.Append(value);
    }

    private void Word(string name, string word)
    {
        Field(name);
        output.Append(word).Append("()");
    }

    private void String(string name, string? value)
    {
        if (value is null) return;
        Field(name);
        PythonRepr.AppendString(output, value);
    }

    private void Strings(string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty) return;
        Field(name);
        output.Append('[');
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0) output.Append(", ");
            PythonRepr.AppendString(output, values[i]);
        }

        output.Append(']');
    }

    private void Node(string name, SyntaxNode? node)
    {
        if (node is null) return;
        Field(name);
        Append(node);
    }

    private void Nodes<T>(string name, ImmutableArray<T> nodes) where T : SyntaxNode?
    {
        if (nodes.IsEmpty) return;
        Field(name);
        output.Append('[');
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i > 0) output.Append(", ");
            if (nodes[i] is { } node) Append(node);
            else output.Append("None");
        }

        output.Append(']');
        isFirstField = false;
    }

    private void Append(SyntaxNode node)
    {
        switch (node)
        {
            case Statement statement: AppendStatement(statement); break;
            case Expression expression: AppendExpression(expression); break;
            case Pattern pattern: AppendPattern(pattern); break;
            case TypeParameter parameter: AppendTypeParameter(parameter); break;
            default: AppendPart(node); break;
        }
    }
}
