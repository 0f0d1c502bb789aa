using System.Collections.Immutable;

namespace StaticReadiness.Analyzers.Frameworks.Sites;

/// <summary>Questions about values; they have the names of those about syntax nodes.</summary>
internal static class SiteValueExtensions
{
    public static bool IsNone(this SiteValue? value) => value is { Kind: SiteValueKind.None };

    public static bool IsTrue(this SiteValue? value) => value is { Kind: SiteValueKind.True };

    public static string? StringValue(this SiteValue? value) => value is { Kind: SiteValueKind.String } ? value.Text : null;

    /// <summary>Whether a value is one literal: a string, a number, <c>None</c>, …</summary>
    public static bool IsConstant(this SiteValue value) =>
        value.Kind is SiteValueKind.String or SiteValueKind.Integer or SiteValueKind.True or SiteValueKind.False or SiteValueKind.None or SiteValueKind.Literal;

    public static string? LastName(this SiteValue? value) => value is { IsNameOrAttribute: true } ? value.Text : null;

    public static string? DottedName(this SiteValue? value) => value switch
    {
        { Kind: SiteValueKind.Name } => value.Text,
        { Kind: SiteValueKind.Attribute } when value.Inner.DottedName() is { } owner => $"{owner}.{value.Text}",
        _ => null,
    };

    /// <summary>The dotted name that a file's own imports give a value, or null.</summary>
    public static string? ImportedName(this SiteValue value) => value switch
    {
        { Kind: SiteValueKind.Name } => value.Binding?.Import,
        { Kind: SiteValueKind.Attribute } when value.Inner.ImportedName() is { } owner => $"{owner}.{value.Text}",
        _ => null,
    };

    public static ImmutableArray<SiteValue> Elements(this SiteValue? value) =>
        value is { Kind: SiteValueKind.List or SiteValueKind.Tuple or SiteValueKind.Set, Parts: { } parts } ? [.. parts] : [];

    public static ImmutableArray<string> StringElements(this SiteValue? value) =>
        value.StringValue() is { } text ? [text] : [.. value.Elements().Select(element => element.StringValue()).OfType<string>()];

    public static SiteValue? KeywordValue(this SiteValue call, string name)
    {
        foreach (var (keyword, value) in call.KeywordArguments)
            if (keyword == name) return value;
        return null;
    }

    public static SiteValue? Argument(this SiteValue call, int position, string name)
    {
        var arguments = call.Arguments;
        return position >= 0 && position < arguments.Length && !arguments.Take(position + 1).Any(argument => argument.Kind == SiteValueKind.Starred)
            ? arguments[position] : call.KeywordValue(name);
    }
}
