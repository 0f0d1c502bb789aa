using System.Globalization;
using StaticReadiness.Analyzers.Frameworks.Sites;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Where an argument stands: <c>0:path</c> is the first one or the keyword <c>path</c>; <c>1+:urls</c> are the second and all after it.</summary>
internal readonly record struct ArgumentPlace(int Position, string Name, bool TakesRest)
{
    public static ArgumentPlace? Parse(string text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0) return null;
        var takesRest = text[colon - 1] == '+';
        return new ArgumentPlace(int.Parse(text.AsSpan(0, takesRest ? colon - 1 : colon), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), text[(colon + 1)..], takesRest);
    }

    public SiteValue? In(SiteValue call) => call.Argument(Position, Name);

    public IEnumerable<SiteValue> AllIn(SiteValue call) =>
        TakesRest && call.Arguments.Length > Position ? call.Arguments.Skip(Position) : In(call) is { } only ? [only] : [];
}
