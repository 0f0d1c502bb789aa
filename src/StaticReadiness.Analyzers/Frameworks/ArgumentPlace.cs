using System.Globalization;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Where an argument stands: <c>0:path</c> is the first one or the keyword <c>path</c>.</summary>
internal readonly record struct ArgumentPlace(int Position, string Name)
{
    public static ArgumentPlace? Parse(string text)
    {
        var colon = text.IndexOf(':');
        return colon < 0 ? null : new ArgumentPlace(int.Parse(text.AsSpan(0, colon), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), text[(colon + 1)..]);
    }

    public Expression? In(Call call) => call.Argument(Position, Name);
}
