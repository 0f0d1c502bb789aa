namespace StaticReadiness.Analysis.Scoring;

/// <summary>The numbers every score is made of.</summary>
/// <param name="DealBreaker">The score below which a dimension breaks the deal.</param>
/// <param name="DefaultHalf">The share of violations at which half of a ratio's value is lost, unless the criterion says otherwise.</param>
public sealed record Scale(double Minimum, double Maximum, double DealBreaker, double DefaultHalf);
