using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

internal sealed partial class Evaluator
{
    private const int MaximumAlternatives = 4;

    /// <summary>One value or the other, neither of them None: a union of instances; null when one is no instance or they are too many to be of use.</summary>
    private Value? Unite(Value left, Value right)
    {
        var alternatives = left.Alternatives.ToBuilder();
        foreach (var item in right.Alternatives)
        {
            if (item is not { IsInstance: true }) return null;
            if (!TryMerge(alternatives, item)) alternatives.Add(item);
        }

        if (alternatives.Any(a => a is not { IsInstance: true })) return null;
        return Value.OfUnion(alternatives.ToImmutable(), MaximumAlternatives);
    }

    /// <summary>Puts a value in the place of an alternative that it has a class in common with.</summary>
    private bool TryMerge(ImmutableArray<Value?>.Builder alternatives, Value item)
    {
        for (var i = 0; i < alternatives.Count; i++)
        {
            if (JoinRelated(alternatives[i]!, item) is not { } merged) continue;
            alternatives[i] = merged;
            return true;
        }

        return false;
    }

    /// <summary>What an operation gives on each alternative of a union; unknown as soon as it is unknown on one.</summary>
    private Value? Distribute(Value union, Func<Value, Value?> operation)
    {
        Value? result = Value.None;
        foreach (var alternative in union.Arguments)
        {
            result = UniteMembers(result, operation(alternative!));
            if (result is null) return null;
        }

        return result;
    }

    /// <summary>Unlike a variable, a member looked up on a union can be several functions.</summary>
    private Value? UniteMembers(Value? left, Value? right)
    {
        if (left is null || right is null) return null;
        if (left.Kind == ValueKind.None) return right;
        if (right.Kind == ValueKind.None) return left;
        if (left.Alternatives.All(a => a!.IsInstance) && right.Alternatives.All(a => a!.IsInstance)) return Join(left, right);
        var alternatives = left.Alternatives.ToBuilder();
        foreach (var item in right.Alternatives)
        {
            var same = -1;
            for (var i = 0; i < alternatives.Count && same < 0; i++)
                if (Value.AreEqual(alternatives[i], item)) same = i;
            if (same < 0) alternatives.Add(item);
            // one inherited function stays one, but no longer belongs to one of the objects
            else if (item!.Kind == ValueKind.Function) alternatives[same] = item.WithoutReceiver();
        }

        return Value.OfUnion(alternatives.ToImmutable(), MaximumAlternatives);
    }
}
