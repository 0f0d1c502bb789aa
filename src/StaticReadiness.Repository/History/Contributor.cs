namespace StaticReadiness.Repository.History;

/// <summary>A person's part in a span of time.</summary>
/// <param name="Share">Their commits divided by all people's commits, 0 to 1.</param>
public sealed record Contributor(string Name, int Commits, double Share);
