using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Python.Syntax.Checks;

/// <summary>Finds what cannot stand where something is assigned, deleted or annotated, and words it as CPython's grammar does.</summary>
internal static class TargetChecks
{
    private const string Equality = " here. Maybe you meant '==' instead of '='?";

    /// <summary>The first part of a target that cannot be assigned to, or null.</summary>
    public static Expression? FindInvalid(Expression target) => target switch
    {
        Name or Attribute or Subscript or ErrorExpression => null,
        Starred starred => FindInvalid(starred.Value),
        List list => FindInvalid(list.Elements),
        Tuple tuple => FindInvalid(tuple.Elements),
        _ => target,
    };

    /// <summary>The first part of a target that cannot be deleted, or null.</summary>
    public static Expression? FindUndeletable(Expression target) => target switch
    {
        Name or Attribute or Subscript or ErrorExpression => null,
        List list => FindUndeletable(list.Elements),
        Tuple tuple => FindUndeletable(tuple.Elements),
        _ => target,
    };

    public static SyntaxDiagnostic CannotAssign(Expression invalid) => Error($"cannot assign to {ExpressionNames.Of(invalid)}", invalid);

    public static SyntaxDiagnostic CannotDelete(Expression invalid) => Error($"cannot delete {ExpressionNames.Of(invalid)}", invalid);

    /// <summary>The error of an assignment whose target <paramref name="invalid"/> is part of.</summary>
    public static SyntaxDiagnostic Describe(Assign statement, Expression invalid, SourceText text)
    {
        if (invalid is Yield or YieldFrom && !IsParenthesized(invalid, text)) return Error("assignment to yield expression not possible", invalid);
        if (statement.Targets.Length > 1 || !StartsWithOperand(statement.Value, text)) return CannotAssign(invalid);
        var target = statement.Targets[0];
        var last = target is Tuple tuple && !HasParentheses(tuple, text) ? tuple.Elements[^1] : target;
        if (!ReferenceEquals(last, target) && EndsInComma(target, last)) return CannotAssign(invalid);
        if (last is Name) return Error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", last);
        return IsOperand(last, text) && MayBeCompared(last, text) ? Error($"cannot assign to {ExpressionNames.Of(last)}{Equality}", last) : CannotAssign(invalid);
    }

    public static SyntaxDiagnostic? DescribeAnnotated(Expression target) => target switch
    {
        Name or Attribute or Subscript or ErrorExpression => null,
        List or Tuple => Error($"only single target (not {ExpressionNames.Of(target)}) can be annotated", target),
        Starred or Yield or YieldFrom => Error("invalid syntax", target),
        _ => Error("illegal target for annotation", target),
    };

    public static SyntaxDiagnostic? DescribeAugmented(Expression target) => target is Name or Attribute or Subscript or ErrorExpression
        ? null
        : Error($"'{ExpressionNames.Of(target)}' is an illegal expression for augmented assignment", target);

    private static SyntaxDiagnostic Error(string message, Expression place) => new(message, place.Span);

    private static Expression? FindInvalid(ImmutableArray<Expression> elements)
    {
        foreach (var element in elements)
            if (FindInvalid(element) is { } invalid) return invalid;
        return null;
    }

    private static Expression? FindUndeletable(ImmutableArray<Expression> elements)
    {
        foreach (var element in elements)
            if (FindUndeletable(element) is { } invalid) return invalid;
        return null;
    }

    private static bool EndsInComma(Expression tuple, Expression last) => tuple.End > last.End && ((Tuple)tuple).Elements.Length == 1;

    // CPython's rule reads one operand (bitwise_or) on both sides of the `=` before it suggests `==`
    private static bool StartsWithOperand(Expression value, SourceText text) => IsOperand(LeftmostOperand(value, text), text);

    private static Expression LeftmostOperand(Expression value, SourceText text)
    {
        while (!IsParenthesized(value, text))
        {
            var left = value switch
            {
                Tuple tuple when !HasParentheses(tuple, text) => tuple.Elements[0],
                Compare compare => compare.Left,
                BoolOp operation => operation.Values[0],
                IfExp conditional => conditional.Body,
                _ => null,
            };
            if (left is null) return value;
            value = left;
        }

        return value;
    }

    private static bool IsOperand(Expression expression, SourceText text) => expression switch
    {
        Compare or BoolOp or IfExp or Lambda or NamedExpression or Yield or YieldFrom => IsParenthesized(expression, text),
        UnaryOp { Operator: UnaryOperator.Not } => IsParenthesized(expression, text),
        Starred => false,
        _ => true,
    };

    // a target that begins with a display, a generator, or one of the constants is not taken for a comparison
    private static bool MayBeCompared(Expression target, SourceText text)
    {
        if (IsParenthesized(target, text)) return true;
        var first = target;
        while (Leftmost(first) is { } left) first = left;
        return first is not (List or Tuple or GeneratorExp or Constant { ConstantKind: ConstantKind.None or ConstantKind.True or ConstantKind.False });
    }

    private static Expression? Leftmost(Expression expression) => expression switch
    {
        Call call => call.Function,
        Attribute attribute => attribute.Value,
        Subscript subscript => subscript.Value,
        BinOp operation => operation.Left,
        _ => null,
    };

    // `(a), (b)` starts and ends with parentheses of its elements
    private static bool HasParentheses(Tuple tuple, SourceText text)
    {
        if (tuple.Elements.IsEmpty) return true;
        var first = tuple.Elements[0];
        var opened = text.Content.AsSpan(tuple.Start, first.Start - tuple.Start).Count('(');
        var behind = text.Content.AsSpan(first.End, tuple.End - first.End);
        var closed = behind.IndexOf(',') is >= 0 and var comma ? behind[..comma].Count(')') : opened;
        return opened > closed;
    }

    private static bool IsParenthesized(Expression expression, SourceText text)
    {
        var i = expression.Start - 1;
        while (i >= 0 && text[i] is ' ' or '\t' or '\n' or '\r' or '\f') i--;
        return i >= 0 && text[i] == '(';
    }
}
