using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Recognises methods that only promise what subclasses do: marked as abstract, or with a body that does nothing but raise <c>NotImplementedError</c> or stand for one (<c>...</c>).</summary>
internal static class AbstractMethods
{
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal)
    {
        "abc.abstractmethod", "abc.abstractproperty", "abc.abstractclassmethod", "abc.abstractstaticmethod",
    };

    public static bool IsAbstract(FunctionSymbol function) =>
        function is { IsMethod: true, Definition: { } definition } && (IsStub(definition) || (!definition.Decorators.IsEmpty && function.Decorators.Any(Marks.Contains)));

    /// <summary>True for a body without anything to run.</summary>
    public static bool IsStub(FunctionDef definition) => WithoutDocumentation(definition.Body) switch
    {
        [] => true,
        [ExpressionStatement { Value: Constant { ConstantKind: ConstantKind.Ellipsis } }] => true,
        [Raise { Exception: { } raised }] => (raised is Call call ? call.Function : raised) is Name { Identifier: "NotImplementedError" },
        _ => false,
    };

    private static ReadOnlySpan<Statement> WithoutDocumentation(ImmutableArray<Statement> body) =>
        body is [ExpressionStatement { Value: Constant { StringValue: not null } }, ..] ? body.AsSpan()[1..] : body.AsSpan();
}
