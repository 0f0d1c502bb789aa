using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>The type of an expression as far as it is known.</summary>
/// <param name="QualifiedName">The qualified name of the class, such as <c>httpx.Client</c> or <c>builtins.list</c>.</param>
/// <param name="IsInstance">True for an instance of the class, false for the class itself.</param>
public sealed record TypeReference(string QualifiedName, bool IsInstance)
{
    /// <summary>The class when the project declares it.</summary>
    public ClassSymbol? Class { get; init; }

    /// <summary>The known type arguments, such as the element type of a list; unknown ones are null.</summary>
    public ImmutableArray<TypeReference?> Arguments { get; init; } = [];

    public bool Equals(TypeReference? other) =>
        other is not null && IsInstance == other.IsInstance && QualifiedName == other.QualifiedName && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(QualifiedName, IsInstance, Arguments.Length);

    public override string ToString() => (IsInstance ? "" : "type ") + QualifiedName + (Arguments.IsEmpty ? "" : "[" + string.Join(", ", Arguments.Select(a => a?.ToString() ?? "?")) + "]");
}
