namespace StaticReadiness.Python.Semantics;

/// <summary>The forms of <see cref="TypeExpression"/>.</summary>
public enum TypeExpressionKind : byte { Unknown, Class, Receiver, ReceiverArgument, Argument, Instance, Awaited, Called, Element, Partial, Coroutine, ClassObject }
