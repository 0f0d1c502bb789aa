namespace StaticReadiness.Testing.Markdown;

/// <summary>The order of expectations: path, line, rule.</summary>
internal sealed class ExpectationComparer : IComparer<Expectation>
{
    public static ExpectationComparer Instance { get; } = new();

    public int Compare(Expectation x, Expectation y)
    {
        var order = string.CompareOrdinal(x.Path, y.Path);
        if (order == 0) order = x.Line.CompareTo(y.Line);
        return order != 0 ? order : string.CompareOrdinal(x.Rule, y.Rule);
    }
}
