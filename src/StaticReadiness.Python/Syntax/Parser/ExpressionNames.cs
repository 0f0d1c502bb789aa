namespace StaticReadiness.Python.Syntax;

/// <summary>What CPython's messages call an expression.</summary>
internal static class ExpressionNames
{
    public static string Of(Expression expression) => expression switch
    {
        Attribute => "attribute",
        Subscript => "subscript",
        Starred => "starred",
        Name => "name",
        List => "list",
        Tuple => "tuple",
        Lambda => "lambda",
        Call => "function call",
        BoolOp or BinOp or UnaryOp => "expression",
        GeneratorExp => "generator expression",
        Yield or YieldFrom => "yield expression",
        Await => "await expression",
        ListComp => "list comprehension",
        SetComp => "set comprehension",
        DictComp => "dict comprehension",
        Dict => "dict literal",
        Set => "set display",
        JoinedStr or FormattedValue => "f-string expression",
        TemplateStr or Interpolation => "t-string expression",
        Constant constant => OfConstant(constant.ConstantKind),
        Compare => "comparison",
        IfExp => "conditional expression",
        NamedExpression => "named expression",
        _ => "expression",
    };

    private static string OfConstant(ConstantKind kind) => kind switch
    {
        ConstantKind.None => "None",
        ConstantKind.True => "True",
        ConstantKind.False => "False",
        ConstantKind.Ellipsis => "ellipsis",
        _ => "literal",
    };
}
