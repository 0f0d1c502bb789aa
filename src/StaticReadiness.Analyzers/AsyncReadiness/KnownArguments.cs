using System.Collections.Immutable;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.AsyncReadiness;

/// <summary>The parameters of a function whose values one call fixes to constants, by what it passes or leaves to the defaults.</summary>
/// <param name="Values">The constants by parameter name.</param>
internal sealed record KnownArguments(ImmutableSortedDictionary<string, Constant> Values)
{
    /// <summary>Nothing is known.</summary>
    public static KnownArguments None { get; } = new(ImmutableSortedDictionary.Create<string, Constant>(StringComparer.Ordinal));

    /// <summary>What tells two sets of values apart.</summary>
    public string Key => string.Join(',', Values.Select(value => $"{value.Key}={value.Value.ConstantKind}:{value.Value.Text}"));

    /// <summary>What a call fixes of the parameters of its callee.</summary>
    /// <param name="site">The call.</param>
    /// <param name="known">What is known in the function that makes it.</param>
    public static KnownArguments Bind(CallSite site, KnownArguments known)
    {
        if (site is not { Node: Call call, Callee: { Definition: not null } callee } || callee.Parameters.IsEmpty) return None;
        var values = ImmutableSortedDictionary.CreateBuilder<string, Constant>(StringComparer.Ordinal);
        var parameters = callee.Parameters.AsSpan()[(IsBound(call, callee) ? 1 : 0)..];
        var isOpen = call.Arguments.Any(argument => argument is Starred) || call.Keywords.Any(keyword => keyword.Name is null);
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            if (parameter.Kind is ParameterKind.VarPositional or ParameterKind.VarKeyword) continue;
            var given = parameter.Kind != ParameterKind.KeywordOnly && i < call.Arguments.Length ? call.Arguments[i] : call.Keywords.FirstOrDefault(keyword => keyword.Name == parameter.Name)?.Value;
            if (isOpen && (given is null || given is Starred || call.Arguments.Take(i + 1).Any(argument => argument is Starred))) continue;
            if (known.ValueOf(given ?? parameter.Default) is { } value) values[parameter.Name] = value;
        }

        return values.Count == 0 ? None : new KnownArguments(values.ToImmutable()).WithoutRebound(callee);
    }

    // A parameter that is bound anew keeps its value only when that place is never reached.
    private KnownArguments WithoutRebound(FunctionSymbol function)
    {
        var known = this;
        while (known.Values.Keys.Where(name => known.IsRebound(name, function)).ToList() is { Count: > 0 } rebound)
            known = new(known.Values.RemoveRange(rebound));
        return known;
    }

    private bool IsRebound(string name, FunctionSymbol function) =>
        function.Scope.Find(name)?.Bindings.Any(binding => binding is not Parameter && !Excludes(binding)) != false;

    /// <summary>Whether a place is never reached with these arguments: behind a condition that is false, or after a return that is certain.</summary>
    public bool Excludes(SyntaxNode place)
    {
        var child = place;
        for (var parent = place.Parent; parent is not null && child is not (FunctionDef or Lambda or ClassDef); child = parent, parent = parent.Parent)
        {
            if (parent switch
            {
                If branch when child is Statement => Test(branch.Test) is { } isTrue && !(isTrue ? branch.Body : branch.OrElse).Contains((Statement)child),
                IfExp choice when child != choice.Test => Test(choice.Test) is { } isTrue && child != (isTrue ? choice.Body : choice.OrElse),
                BoolOp logic => logic.Values.TakeWhile(value => value != child).Any(value => Test(value) == (logic.Operator == BoolOperator.Or)),
                While loop when child is Statement statement && loop.Body.Contains(statement) => Test(loop.Test) == false,
                _ => false,
            }) return true;
            if (child is Statement at && StatementsAround(at).TakeWhile(statement => statement != at).Any(statement => Leaves(statement))) return true;
        }

        return false;
    }

    private static bool IsBound(Call call, FunctionSymbol callee) =>
        callee is { IsMethod: true, IsStaticMethod: false }
        && (call.Function is not Attribute { Value: Name { Identifier: [var first, ..] } } || !char.IsUpper(first) || callee.IsClassMethod || callee.Name == "__init__");

    private Constant? ValueOf(Expression? expression) => expression switch
    {
        Constant constant => constant,
        Name name => Values.GetValueOrDefault(name.Identifier),
        _ => null,
    };

    private static ImmutableArray<Statement> StatementsAround(Statement statement) => statement.Parent switch
    {
        If branch => branch.Body.Contains(statement) ? branch.Body : branch.OrElse,
        FunctionDef definition => definition.Body,
        With with => with.Body,
        For loop => loop.Body.Contains(statement) ? loop.Body : loop.OrElse,
        While loop => loop.Body.Contains(statement) ? loop.Body : loop.OrElse,
        Try attempt => attempt.Body.Contains(statement) ? attempt.Body : [],
        _ => [],
    };

    private bool Leaves(Statement statement) =>
        statement is If branch && Test(branch.Test) is { } isTrue && (isTrue ? branch.Body : branch.OrElse) is [.., Return or Raise or Continue or Break];

    // Null where the outcome hangs on more than the known arguments.
    private bool? Test(Expression test)
    {
        switch (test)
        {
            case UnaryOp { Operator: UnaryOperator.Not } negation:
                return !Test(negation.Operand);
            case BoolOp logic:
                var outcomes = logic.Values.Select(value => Test(value)).ToList();
                var decisive = logic.Operator == BoolOperator.Or;
                return outcomes.Contains(decisive) ? decisive : outcomes.Contains(null) ? null : !decisive;
            case Compare { Operators: [var comparison], Comparators: [Constant right] } compare when ValueOf(compare.Left) is { } left:
                var equal = left.ConstantKind == right.ConstantKind && left.Text == right.Text;
                return comparison switch
                {
                    ComparisonOperator.Is or ComparisonOperator.Eq => equal,
                    ComparisonOperator.IsNot or ComparisonOperator.NotEq => !equal,
                    _ => null,
                };
            case Name { Identifier: "TYPE_CHECKING" }:
                return false;
            default:
                return ValueOf(test) is { } value ? IsTrue(value) : null;
        }
    }

    private static bool? IsTrue(Constant value) => value.ConstantKind switch
    {
        ConstantKind.True => true,
        ConstantKind.False or ConstantKind.None => false,
        ConstantKind.String or ConstantKind.Bytes => value.Text is { Length: > 0 },
        ConstantKind.Integer => value.Text is not "0",
        _ => null,
    };
}
