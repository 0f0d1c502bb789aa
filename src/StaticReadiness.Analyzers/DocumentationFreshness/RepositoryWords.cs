using StaticReadiness.Analysis;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>The words that stand in the code and configuration of a repository, those that begin with a digit left out: a fact shared by the rules on documentation.</summary>
internal sealed class RepositoryWords
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    private RepositoryWords(Project project)
    {
        foreach (var content in RepositoryTexts.Of(project).Contents) Add(content);
    }

    public static RepositoryWords Of(Project project) => project.Whole.GetFact(static p => new RepositoryWords(p));

    /// <summary>Whether a word of letters, digits and underscores stands anywhere.</summary>
    public bool Contains(string word) => words.Contains(word);

    private void Add(string content)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < content.Length;)
        {
            if (!RepositoryTexts.IsWord(content[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < content.Length && RepositoryTexts.IsWord(content[at])) at++;
            if (!char.IsAsciiDigit(content[start])) lookup.Add(content.AsSpan(start, at - start));
        }
    }
}
