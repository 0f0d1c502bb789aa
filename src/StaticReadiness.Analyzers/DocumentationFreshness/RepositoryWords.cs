using System.Collections.Concurrent;
using StaticReadiness.Analysis;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>
/// Whether a word stands in the code and configuration of a repository: a fact shared by the rules on documentation.
/// A few words are looked for one by one; who asks for more has all words gathered, those that begin with a digit left out.
/// </summary>
internal sealed class RepositoryWords
{
    private const int FewWords = 16;

    private readonly RepositoryTexts texts;
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> all;

    private RepositoryWords(Project project)
    {
        texts = RepositoryTexts.Of(project);
        all = new(Gather);
    }

    public static RepositoryWords Of(Project project) => project.Whole.GetFact(static p => new RepositoryWords(p));

    /// <summary>Whether a word of letters, digits and underscores stands anywhere.</summary>
    public bool Contains(string word) => asked.Count < FewWords && !all.IsValueCreated ? asked.GetOrAdd(word, texts.ContainsWord) : all.Value.Contains(word);

    private HashSet<string> Gather()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var content in texts.Contents) Add(content, words.GetAlternateLookup<ReadOnlySpan<char>>());
        return words;
    }

    private static void Add(string content, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words)
    {
        for (var at = 0; at < content.Length;)
        {
            if (!RepositoryTexts.IsWord(content[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < content.Length && RepositoryTexts.IsWord(content[at])) at++;
            if (!char.IsAsciiDigit(content[start])) words.Add(content.AsSpan(start, at - start));
        }
    }
}
