using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>What is known about the value of an expression. An unknown value is null.</summary>
internal sealed class Value
{
    // a tuple of two tuples of two tuples … doubles at each name it goes through; no type that anyone asks about is that large
    private const int MostParts = 2_000;

    public static readonly Value None = new(ValueKind.None, "builtins.None");
    public static readonly Value Text = new(ValueKind.Instance, "builtins.str");
    public static readonly Value Bytes = new(ValueKind.Instance, "builtins.bytes");
    public static readonly Value Integer = new(ValueKind.Instance, "builtins.int");
    public static readonly Value Real = new(ValueKind.Instance, "builtins.float");
    public static readonly Value Truth = new(ValueKind.Instance, "builtins.bool");

    private Value(ValueKind kind, string name)
    {
        Kind = kind;
        Name = name;
    }

    public ValueKind Kind { get; }

    /// <summary>The qualified name of what the value is, or of its class when it is an instance.</summary>
    public string Name { get; }

    public ModuleSymbol? Module { get; private init; }

    public ClassSymbol? Class { get; private init; }

    public FunctionSymbol? Function { get; private init; }

    /// <summary>The object a method was taken from.</summary>
    public Value? Receiver { get; private init; }

    /// <summary>Element, key or result types.</summary>
    public ImmutableArray<Value?> Arguments { get; private init; } = [];

    /// <summary>The number of values in this one, itself included, each as often as it occurs.</summary>
    private int Parts { get; init; } = 1;

    public bool IsInstance => Kind == ValueKind.Instance;

    public static Value OfModule(string name, ModuleSymbol? module) => new(ValueKind.Module, name) { Module = module };

    public static Value OfFunction(FunctionSymbol function, Value? receiver = null) => new(ValueKind.Function, function.QualifiedName) { Function = function, Receiver = receiver };

    public static Value OfClass(ClassSymbol @class) => new(ValueKind.Class, @class.QualifiedName) { Class = @class };

    public static Value OfClass(string name) => new(ValueKind.Class, name);

    public static Value OfInstance(ClassSymbol @class) => new(ValueKind.Instance, @class.QualifiedName) { Class = @class };

    public static Value OfInstance(string name, params ImmutableArray<Value?> arguments) => WithArguments(ValueKind.Instance, name, arguments);

    public static Value OfExternal(string name, Value? receiver = null) => new(ValueKind.External, name) { Receiver = receiver };

    public static Value OfCoroutine(Value? result) => WithArguments(ValueKind.Coroutine, "typing.Coroutine", [result]);

    public static Value OfPartial(Value? callable, string name) => new(ValueKind.Partial, name) { Arguments = [callable] };

    public static Value OfSuper(ClassSymbol @class, Value? receiver) => new(ValueKind.Super, "builtins.super") { Class = @class, Receiver = receiver };

    /// <summary>One of several values, none of them None or a union; null when they are more than the limit.</summary>
    public static Value? OfUnion(ImmutableArray<Value?> alternatives, int limit) =>
        alternatives.Length > limit ? null : alternatives is [var only] ? only : WithArguments(ValueKind.Union, "typing.Union", alternatives);

    private static Value WithArguments(ValueKind kind, string name, ImmutableArray<Value?> arguments)
    {
        var parts = 1;
        foreach (var argument in arguments) parts += argument?.Parts ?? 1;
        if (parts > MostParts) return new Value(kind, name) { Arguments = kind == ValueKind.Union ? [.. arguments.Select(static a => a!.WithoutArguments())] : [] };
        return new Value(kind, name) { Arguments = arguments, Parts = parts };
    }

    private Value WithoutArguments() => new(Kind, Name) { Module = Module, Class = Class, Function = Function, Receiver = Receiver };

    /// <summary>What the value can be: the alternatives of a union, otherwise itself alone.</summary>
    public ImmutableArray<Value?> Alternatives => Kind == ValueKind.Union ? Arguments : [this];

    /// <summary>A function as it is without the object it was taken from.</summary>
    public Value WithoutReceiver() => new(Kind, Name) { Function = Function };

    public Value? GetArgument(int index) => index < Arguments.Length ? Arguments[index] : null;

    /// <summary>An instance of the class that this value is, or null when it is no class.</summary>
    public Value? Instantiate() => Kind switch
    {
        ValueKind.Class => Class is not null ? OfInstance(Class) : OfInstance(Name, Arguments),
        ValueKind.External => OfInstance(Name),
        _ => null,
    };

    /// <summary>True when both stand for the same thing.</summary>
    public static bool AreEqual(Value? left, Value? right)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left is null || right is null || left.Kind != right.Kind || left.Name != right.Name || left.Class != right.Class || left.Function != right.Function) return false;
        if (left.Arguments.Length != right.Arguments.Length) return false;
        for (var i = 0; i < left.Arguments.Length; i++)
            if (!AreEqual(left.Arguments[i], right.Arguments[i])) return false;
        return true;
    }
}
