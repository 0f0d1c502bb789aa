using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Dev.Dumping;

internal sealed partial class TreeDump
{
    private void AppendStatement(Statement statement)
    {
        switch (statement)
        {
            case FunctionDef node: AppendFunction(node); break;
            case ClassDef node: AppendClass(node); break;
            case For node: AppendFor(node); break;
            case Try node: AppendTry(node); break;
            case With node:
                Open(node.IsAsync ? "AsyncWith" : "With");
                Nodes("items", node.Items);
                Nodes("body", node.Body);
                break;
            case Match node:
                Open("Match");
                Node("subject", node.Subject);
                Nodes("cases", node.Cases);
                break;
            case While node: AppendConditional("While", node.Test, node.Body, node.OrElse); break;
            case If node: AppendConditional("If", node.Test, node.Body, node.OrElse); break;
            default: AppendSimple(statement); break;
        }

        Close(statement);
    }

    private void AppendSimple(Statement statement)
    {
        switch (statement)
        {
            case Return node: AppendOne("Return", "value", node.Value); break;
            case ExpressionStatement node: AppendOne("Expr", "value", node.Value); break;
            case Delete node: AppendList("Delete", "targets", node.Targets); break;
            case Import node: AppendList("Import", "names", node.Names); break;
            case Assign node:
                AppendList("Assign", "targets", node.Targets);
                Node("value", node.Value);
                break;
            case TypeAlias node:
                AppendOne("TypeAlias", "name", node.Name);
                Nodes("type_params", node.TypeParameters);
                Node("value", node.Value);
                break;
            case AugAssign node:
                AppendOne("AugAssign", "target", node.Target);
                Word("op", node.Operator.ToString());
                Node("value", node.Value);
                break;
            case AnnAssign node:
                AppendOne("AnnAssign", "target", node.Target);
                Node("annotation", node.Annotation);
                Node("value", node.Value);
                Number("simple", node.IsSimple ? 1 : 0);
                break;
            case Raise node:
                AppendOne("Raise", "exc", node.Exception);
                Node("cause", node.Cause);
                break;
            case Assert node:
                AppendOne("Assert", "test", node.Test);
                Node("msg", node.Message);
                break;
            case ImportFrom node:
                Open("ImportFrom");
                String("module", node.Module);
                Nodes("names", node.Names);
                Number("level", node.Level);
                break;
            case Global node:
                Open("Global");
                Strings("names", node.Names);
                break;
            case Nonlocal node:
                Open("Nonlocal");
                Strings("names", node.Names);
                break;
            default: Open(statement.Kind.ToString()); break;
        }
    }

    private void AppendOne(string kind, string field, SyntaxNode? value)
    {
        Open(kind);
        Node(field, value);
    }

    private void AppendList<T>(string kind, string field, ImmutableArray<T> values) where T : SyntaxNode?
    {
        Open(kind);
        Nodes(field, values);
    }

    private void AppendConditional(string kind, Expression test, ImmutableArray<Statement> body, ImmutableArray<Statement> orElse)
    {
        Open(kind);
        Node("test", test);
        Nodes("body", body);
        Nodes("orelse", orElse);
    }

    private void AppendFunction(FunctionDef node)
    {
        Open(node.IsAsync ? "AsyncFunctionDef" : "FunctionDef");
        String("name", node.Name);
        Node("args", node.Parameters);
        Nodes("body", node.Body);
        Nodes("decorator_list", node.Decorators);
        Node("returns", node.Returns);
        Nodes("type_params", node.TypeParameters);
    }

    private void AppendClass(ClassDef node)
    {
        Open("ClassDef");
        String("name", node.Name);
        Nodes("bases", node.Bases);
        Nodes("keywords", node.Keywords);
        Nodes("body", node.Body);
        Nodes("decorator_list", node.Decorators);
        Nodes("type_params", node.TypeParameters);
    }

    private void AppendFor(For node)
    {
        Open(node.IsAsync ? "AsyncFor" : "For");
        Node("target", node.Target);
        Node("iter", node.Iterable);
        Nodes("body", node.Body);
        Nodes("orelse", node.OrElse);
    }

    private void AppendTry(Try node)
    {
        Open(node.IsStar ? "TryStar" : "Try");
        Nodes("body", node.Body);
        Nodes("handlers", node.Handlers);
        Nodes("orelse", node.OrElse);
        Nodes("finalbody", node.FinalBody);
    }
}
