using System.Collections.Immutable;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Markers joined by <c>and</c> or by <c>or</c>.</summary>
public sealed class MarkerJunction(bool isAnd, ImmutableArray<Marker> operands) : Marker
{
    public bool IsAnd { get; } = isAnd;

    public ImmutableArray<Marker> Operands { get; } = operands;

    public override bool Evaluate(MarkerEnvironment environment) =>
        IsAnd ? Operands.All(operand => operand.Evaluate(environment)) : Operands.Any(operand => operand.Evaluate(environment));

    public override IEnumerable<string> Variables() => Operands.SelectMany(operand => operand.Variables());

    public override string ToString() => string.Join(IsAnd ? " and " : " or ", Operands.Select(operand => IsAnd && operand is MarkerJunction ? $"({operand})" : operand.ToString()));
}
