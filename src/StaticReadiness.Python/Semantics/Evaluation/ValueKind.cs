namespace StaticReadiness.Python.Semantics;

/// <summary>What is known of a value.</summary>
internal enum ValueKind : byte
{
    /// <summary>Nothing that matters for a join: <c>None</c>, or a name whose own value is being worked out.</summary>
    None,
    Module,
    Function,
    Class,
    Instance,

    /// <summary>Something a library offers: module, class, function, or an attribute of an instance.</summary>
    External,

    /// <summary>What calling an <c>async def</c> gives; its argument is what awaiting it gives.</summary>
    Coroutine,

    /// <summary>A callable made from another one, such as <c>functools.partial(f)</c>; its argument is the other.</summary>
    Partial,

    /// <summary>The zero-argument <c>super()</c>.</summary>
    Super,

    /// <summary>One of a few known values; its arguments are the alternatives.</summary>
    Union,
}
