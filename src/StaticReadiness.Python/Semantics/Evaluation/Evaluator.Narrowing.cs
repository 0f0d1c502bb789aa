using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    /// <summary>What is left of a variable's value where tests of its type have been made.</summary>
    private Value? Narrow(Value? value, Symbol symbol, Name use, Scope scope)
    {
        for (var at = scope; at is not null; at = at.IsComprehension ? at.Parent : null)
        {
            if (at.TypeTests is null) continue;
            foreach (var test in at.TypeTests)
                value = test switch
                {
                    Call { Arguments: [Name subject, var types] } call when subject.Identifier == use.Identifier && subject != use => NarrowByTest(value, call, types, symbol, use, at),
                    Match { Subject: Name subject } match when subject.Identifier == use.Identifier && subject != use => NarrowByMatch(value, match, symbol, use, at),
                    _ => value,
                };
        }

        return value;
    }

    private Value? NarrowByTest(Value? value, Call test, Expression types, Symbol symbol, Name use, Scope scope)
    {
        if (TypeGuards.Decide(test, use) is not { } holds || TypeGuards.IsRebound(symbol, test, use)) return value;
        return GetTested(types, scope) is { } tested ? holds ? Keep(value, tested) : Remove(value, tested) : value;
    }

    private Value? NarrowByMatch(Value? value, Match match, Symbol symbol, Name use, Scope scope)
    {
        if (TypeGuards.FindCase(match, use) is not { } taken || TypeGuards.IsRebound(symbol, match.Subject, use)) return value;
        foreach (var earlier in match.Cases)
        {
            if (earlier == taken) break;
            if (earlier is { Guard: null, Pattern: MatchClass { Patterns.IsEmpty: true, KeywordPatterns.IsEmpty: true } } && GetMatched(earlier.Pattern, scope) is { } excluded) value = Remove(value, excluded);
        }

        return GetMatched(taken.Pattern, scope) is { } matched ? Keep(value, matched) : value;
    }

    /// <summary>The part of a value that is an instance of the tested classes; an unknown value is one of them.</summary>
    private Value? Keep(Value? value, Value tested)
    {
        if (value is null or { Kind: ValueKind.None }) return tested;
        Value? kept = Value.None;
        foreach (var alternative in value.Alternatives)
            foreach (var type in tested.Alternatives)
                if (Meet(alternative!, type!) is { } met) kept = Join(kept, met);
        if (kept is { Kind: not ValueKind.None }) return kept;
        // nothing says that the two are related: what an abstract base promises, the value's own class has as well
        return value.IsInstance && tested.Alternatives.All(t => t!.Name.StartsWith("typing.", StringComparison.Ordinal) || t.Name.StartsWith("collections.abc.", StringComparison.Ordinal)) ? value : tested;
    }

    private Value? Meet(Value value, Value type)
    {
        if (!value.IsInstance) return null;
        return IsSubclass(value, type.Name) ? value : IsSubclass(type, value.Name) ? type : null;
    }

    private Value? Remove(Value? value, Value tested)
    {
        if (value is not { Kind: ValueKind.Union }) return value;
        var left = value.Arguments.RemoveAll(alternative => tested.Alternatives.Any(type => IsSubclass(alternative!, type!.Name)));
        return left.IsEmpty ? value : Value.OfUnion(left, MaximumAlternatives);
    }

    /// <summary>Instances of the classes in the second argument of <c>isinstance</c>; null when one of them is unknown.</summary>
    private Value? GetTested(Expression types, Scope scope)
    {
        switch (types)
        {
            case Syntax.Tuple { Elements: { IsEmpty: false } elements }:
                return JoinAllKnown(elements, item => GetTested(item, scope));
            case BinOp { Operator: BinaryOperator.BitOr } union:
                return JoinAllKnown([union.Left, union.Right], item => GetTested(item, scope));
            case Constant { ConstantKind: ConstantKind.None }:
                return Value.None;
        }

        var value = Evaluate(types, scope);
        return value switch
        {
            { Kind: ValueKind.Class } => value.Instantiate(),
            { Kind: ValueKind.External, Name: "builtins.str" } => Value.Text,
            { Kind: ValueKind.External, Receiver: null } when IsLibraryClass(value) => Value.OfInstance(knowledge.GetCanonicalName(value.Name)),
            _ => null,
        };
    }

    private Value? JoinAllKnown(IEnumerable<Expression> types, Func<Expression, Value?> select)
    {
        Value? result = Value.None;
        foreach (var type in types) result = Join(result, select(type));
        return result is { Kind: not ValueKind.None } ? result : null;
    }

    /// <summary>Instances of the classes of a pattern; null when it says nothing of the class.</summary>
    private Value? GetMatched(Pattern pattern, Scope scope) => pattern switch
    {
        MatchClass @class => GetTested(@class.Class, scope),
        MatchAs { Pattern: { } inner } => GetMatched(inner, scope),
        MatchOr { Patterns: var patterns } => patterns.Aggregate((Value?)Value.None, (value, item) => Join(value, GetMatched(item, scope))),
        _ => null,
    };

    /// <summary>What <c>case A() as x</c>, or <c>case x</c>, binds to <c>x</c>.</summary>
    private Value? EvaluateCapture(MatchAs pattern, Scope scope)
    {
        if (pattern.Pattern is { } inner) return GetMatched(inner, scope);
        return pattern.Parent is MatchCase { Parent: Match match } ? Evaluate(match.Subject, scope) : null;
    }
}
