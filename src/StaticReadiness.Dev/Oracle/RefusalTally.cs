using System.Text;

namespace StaticReadiness.Dev.Oracle;

/// <summary>Counts how far our verdicts agree with CPython's, and remembers where they do not.</summary>
internal sealed class RefusalTally
{
    private readonly StringBuilder differences = new();
    private int cases;
    private int refused;
    private int sameVerdict;
    private int sameLine;
    private int samePhase;
    private int sameMessage;

    /// <summary>Whether every case agrees in everything.</summary>
    public bool IsComplete => sameVerdict == cases && sameMessage == refused && sameLine == refused && samePhase == refused;

    public void Add(RefusalCase item, Verdict actual)
    {
        cases++;
        var expected = item.Expected;
        if (expected.IsAccepted == actual.IsAccepted) sameVerdict++;
        if (!expected.IsAccepted) Compare(expected, actual);
        if (expected == actual) return;
        differences.Append(item.Source).Append("  CPython: ").Append(expected).Append("\n  ours:    ").Append(actual).Append("\n\n");
    }

    private void Compare(Verdict expected, Verdict actual)
    {
        refused++;
        if (actual.IsAccepted) return;
        if (expected.Line == actual.Line) sameLine++;
        if (expected.Phase == actual.Phase) samePhase++;
        if (expected.Message == actual.Message && expected.Kind == actual.Kind) sameMessage++;
    }

    public override string ToString() =>
        $"{differences}{cases} cases: same verdict {Share(sameVerdict, cases)}; {refused} refused: same line {Share(sameLine, refused)}, same phase {Share(samePhase, refused)}, same message {Share(sameMessage, refused)}";

    private static string Share(int part, int whole) => $"{part} ({(whole == 0 ? 100 : 100.0 * part / whole):0.0} %)";
}
