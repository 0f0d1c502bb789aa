namespace StaticReadiness.Analysis.Scoring;

/// <summary>A dimension that a person scores, such as how well a framework fits the team.</summary>
/// <param name="Weight">Its weight in every profile.</param>
/// <param name="Score">Between 1 and 5.</param>
public sealed record ManualDimension(string Id, string Title, int Weight, double Score, string Reason);
