namespace StaticReadiness.Analysis.Scoring;

/// <summary>How a criterion's value follows from flags.</summary>
public enum Measure
{
    /// <summary>By the share of violations among the opportunities, on a curve.</summary>
    Ratio,

    /// <summary>By proof: whole when it is there or no red flag says otherwise, else by the share of violations.</summary>
    Presence,

    /// <summary>By red flags alone: each leaves a fixed part of the value.</summary>
    Absence,
}
