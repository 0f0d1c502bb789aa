using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;
using Tuple = StaticReadiness.Python.Syntax.Tuple;

namespace StaticReadiness.Dev.Dumping;

internal sealed partial class TreeDump
{
    private void AppendExpression(Expression expression)
    {
        switch (expression)
        {
            case Constant node: AppendConstant(node); break;
            case Name or Attribute or Subscript or Starred or List or Tuple: AppendTarget(expression); break;
            case ListComp or SetComp or DictComp or GeneratorExp: AppendComprehensionExpression(expression); break;
            case FormattedValue or Interpolation or JoinedStr or TemplateStr: AppendStringPart(expression); break;
            case BoolOp or BinOp or UnaryOp or Compare: AppendOperation(expression); break;
            case Await node: AppendOne("Await", "value", node.Value); break;
            case Yield node: AppendOne("Yield", "value", node.Value); break;
            case YieldFrom node: AppendOne("YieldFrom", "value", node.Value); break;
            case Set node: AppendList("Set", "elts", node.Elements); break;
            default: AppendComposite(expression); break;
        }

        Close(expression);
    }

    private void AppendComposite(Expression expression)
    {
        switch (expression)
        {
            case NamedExpression node:
                AppendOne("NamedExpr", "target", node.Target);
                Node("value", node.Value);
                break;
            case Lambda node:
                AppendOne("Lambda", "args", node.Parameters);
                Node("body", node.Body);
                break;
            case IfExp node:
                AppendOne("IfExp", "test", node.Test);
                Node("body", node.Body);
                Node("orelse", node.OrElse);
                break;
            case Dict node:
                AppendList("Dict", "keys", node.Keys);
                Nodes("values", node.Values);
                break;
            case Call node:
                AppendOne("Call", "func", node.Function);
                Nodes("args", node.Arguments);
                Nodes("keywords", node.Keywords);
                break;
            case Slice node:
                AppendOne("Slice", "lower", node.Lower);
                Node("upper", node.Upper);
                Node("step", node.Step);
                break;
            default: Open(expression.Kind.ToString()); break;
        }
    }

    private void AppendTarget(Expression expression)
    {
        switch (expression)
        {
            case Name node:
                Open("Name");
                String("id", node.Identifier);
                Word("ctx", node.Context.ToString());
                break;
            case Attribute node:
                AppendOne("Attribute", "value", node.Value);
                String("attr", node.Name);
                Word("ctx", node.Context.ToString());
                break;
            case Subscript node:
                AppendOne("Subscript", "value", node.Value);
                Node("slice", node.Index);
                Word("ctx", node.Context.ToString());
                break;
            case Starred node:
                AppendOne("Starred", "value", node.Value);
                Word("ctx", node.Context.ToString());
                break;
            case List node:
                AppendList("List", "elts", node.Elements);
                Word("ctx", node.Context.ToString());
                break;
            case Tuple node:
                AppendList("Tuple", "elts", node.Elements);
                Word("ctx", node.Context.ToString());
                break;
        }
    }

    private void AppendOperation(Expression expression)
    {
        switch (expression)
        {
            case BoolOp node:
                Open("BoolOp");
                Word("op", node.Operator.ToString());
                Nodes("values", node.Values);
                break;
            case BinOp node:
                AppendOne("BinOp", "left", node.Left);
                Word("op", node.Operator.ToString());
                Node("right", node.Right);
                break;
            case UnaryOp node:
                Open("UnaryOp");
                Word("op", node.Operator.ToString());
                Node("operand", node.Operand);
                break;
            case Compare node:
                AppendOne("Compare", "left", node.Left);
                AppendOperators(node.Operators);
                Nodes("comparators", node.Comparators);
                break;
        }
    }

    private void AppendOperators(ImmutableArray<ComparisonOperator> operators)
    {
        Field("ops");
        output.Append('[').AppendJoin(", ", operators.Select(item => $"{item}()")).Append(']');
    }

    private void AppendComprehensionExpression(Expression expression)
    {
        switch (expression)
        {
            case ListComp node: AppendGenerators("ListComp", node.Element, node.Generators); break;
            case SetComp node: AppendGenerators("SetComp", node.Element, node.Generators); break;
            case GeneratorExp node: AppendGenerators("GeneratorExp", node.Element, node.Generators); break;
            case DictComp node:
                AppendOne("DictComp", "key", node.Key);
                Node("value", node.Value);
                Nodes("generators", node.Generators);
                break;
        }
    }

    private void AppendGenerators(string kind, Expression element, ImmutableArray<Comprehension> generators)
    {
        AppendOne(kind, "elt", element);
        Nodes("generators", generators);
    }

    private void AppendStringPart(Expression expression)
    {
        switch (expression)
        {
            case JoinedStr node: AppendList("JoinedStr", "values", node.Values); break;
            case TemplateStr node: AppendList("TemplateStr", "values", node.Values); break;
            case FormattedValue node:
                AppendOne("FormattedValue", "value", node.Value);
                Number("conversion", node.Conversion);
                Node("format_spec", node.FormatSpec);
                break;
            case Interpolation node:
                AppendOne("Interpolation", "value", node.Value);
                String("str", node.Text);
                Number("conversion", node.Conversion);
                Node("format_spec", node.FormatSpec);
                break;
        }
    }

    private void AppendConstant(Constant node)
    {
        Open("Constant");
        Field("value");
        switch (node.ConstantKind)
        {
            case ConstantKind.String: AppendText(node); break;
            case ConstantKind.Bytes: PythonRepr.AppendBytes(output, node.Text!); break;
            case ConstantKind.Integer: PythonRepr.AppendInteger(output, node.Text!); break;
            case ConstantKind.Float: PythonRepr.AppendFloat(output, NumberLiterals.Float(node.Text!)); break;
            case ConstantKind.Imaginary: PythonRepr.AppendComplex(output, 0, NumberLiterals.Imaginary(node.Text!)); break;
            default: output.Append(node.ConstantKind.ToString()); break;
        }

        if (node.HasUnicodePrefix) String("kind", "u");
    }

    private void AppendText(Constant node)
    {
        var value = node.Text!;
        var points = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? null : SurrogatePairs.CodePoints(value, Text.ToString(node.Span));
        if (points is null) PythonRepr.AppendString(output, value);
        else PythonRepr.AppendString(output, points, value.Contains('\''), value.Contains('"'));
    }
}
