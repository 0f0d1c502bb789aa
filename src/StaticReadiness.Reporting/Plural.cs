using System.Globalization;

namespace StaticReadiness.Reporting;

/// <summary>Counts in words.</summary>
internal static class Plural
{
    /// <summary><c>1 error</c>, <c>2 errors</c>, <c>12,480 lines</c>.</summary>
    public static string Of(long count, string noun) => Of(count, noun, noun + "s");

    public static string Of(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {(count == 1 ? one : many)}");
}
