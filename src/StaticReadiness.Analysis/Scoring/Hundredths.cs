namespace StaticReadiness.Analysis.Scoring;

/// <summary>Scores in whole hundredths, so that what is printed adds up to what is printed.</summary>
internal static class Hundredths
{
    public static int Of(decimal score) => (int)Math.Round(score * 100m, MidpointRounding.AwayFromZero);

    public static int Of(double score) => Of((decimal)score);

    public static double ToScore(int hundredths) => (double)(hundredths / 100m);

    /// <summary>Whole hundredths near the parts that sum to the total exactly: those with the largest remainders are rounded up.</summary>
    public static int[] Apportion(IReadOnlyList<decimal> parts, int total)
    {
        var result = parts.Select(part => (int)Math.Floor(part * 100m)).ToArray();
        var left = total - result.Sum();
        foreach (var index in Enumerable.Range(0, result.Length).OrderByDescending(i => (parts[i] * 100m) - result[i]).Take(left)) result[index]++;
        return result;
    }
}
