namespace StaticReadiness.Repository.History;

/// <summary>One commit: who wrote it and when it was committed.</summary>
/// <param name="Author">The author's name after the repository's <c>.mailmap</c>.</param>
/// <param name="Email">The author's address, in lower case.</param>
public sealed record Commit(string Hash, string Author, string Email, DateTimeOffset Date)
{
    /// <summary>Whether a program wrote it, going by the marks that hosting services give their bots.</summary>
    public bool IsByBot =>
        Author.EndsWith("[bot]", StringComparison.Ordinal) || Email.Contains("[bot]@", StringComparison.Ordinal)
        || Author.EndsWith("-bot", StringComparison.OrdinalIgnoreCase) || Author is "dependabot" or "dependabot-preview" or "renovate" or "pre-commit-ci" or "github-actions" or "pyup-bot" or "Weblate" or "weblate"
        || Author.Equals("Hosted Weblate", StringComparison.OrdinalIgnoreCase);
}
