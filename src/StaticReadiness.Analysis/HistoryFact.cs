using StaticReadiness.Repository;
using StaticReadiness.Repository.History;

namespace StaticReadiness.Analysis;

/// <summary>The answer to the question for a history, kept as a fact of the project.</summary>
internal sealed record HistoryFact(Answer<GitHistory> Answer);
