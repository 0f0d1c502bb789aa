using System.Collections.Immutable;

namespace StaticReadiness.Python.Semantics;

/// <summary>A type as a knowledge table writes it: a class with arguments, or a form that depends on the receiver or on an argument of the call.</summary>
/// <remarks>
/// <c>?</c> unknown · <c>$self</c> the receiver · <c>$0</c> the receiver's first type argument · <c>@0</c> the call's first argument ·
/// <c>instance @0</c>, <c>await @0</c>, <c>call @0</c>, <c>element @0</c>, <c>partial @0</c> made from it · <c>class T</c> the class itself · <c>await T</c> a coroutine that gives T · <c>a.B[T, U]</c>.
/// </remarks>
public sealed record TypeExpression(TypeExpressionKind Kind, string Name, int Index, ImmutableArray<TypeExpression> Arguments)
{
    public static readonly TypeExpression Unknown = new(TypeExpressionKind.Unknown, "?", 0, []);

    /// <summary>Reads one type expression.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static TypeExpression Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0) throw new FormatException("a type is missing");
        if (text == "?") return Unknown;
        if (text == "$self") return new(TypeExpressionKind.Receiver, text, 0, []);
        if (text[0] == '$') return new(TypeExpressionKind.ReceiverArgument, text, ParseIndex(text), []);
        if (text[0] == '@') return new(TypeExpressionKind.Argument, text, ParseIndex(text), []);
        var space = text.IndexOf(' ');
        if (space > 0 && !text[..space].Contains('[') && !text[..space].EndsWith(','))
        {
            var inner = Parse(text[space..]);
            return text[..space] switch
            {
                "await" when inner.Kind == TypeExpressionKind.Argument => new(TypeExpressionKind.Awaited, text, inner.Index, []),
                "await" => new(TypeExpressionKind.Coroutine, text, 0, [inner]),
                "class" => new(TypeExpressionKind.ClassObject, inner.Name, 0, []),
                "instance" => new(TypeExpressionKind.Instance, text, inner.Index, []),
                "call" => new(TypeExpressionKind.Called, text, inner.Index, []),
                "element" => new(TypeExpressionKind.Element, text, inner.Index, []),
                "partial" => new(TypeExpressionKind.Partial, text, inner.Index, []),
                _ => throw new FormatException($"`{text}` is no type"),
            };
        }

        var bracket = text.IndexOf('[');
        if (bracket < 0) return new(TypeExpressionKind.Class, text, 0, []);
        if (text[^1] != ']') throw new FormatException($"`{text}` lacks its closing bracket");
        return new(TypeExpressionKind.Class, text[..bracket], 0, [.. SplitArguments(text[(bracket + 1)..^1]).Select(Parse)]);
    }

    private static int ParseIndex(string text) =>
        int.TryParse(text.AsSpan(1), out var index) ? index : throw new FormatException($"`{text}` lacks its number");

    private static IEnumerable<string> SplitArguments(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '[') depth++;
            else if (text[i] == ']') depth--;
            else if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }
}
