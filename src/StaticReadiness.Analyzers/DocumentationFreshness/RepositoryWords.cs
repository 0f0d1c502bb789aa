using StaticReadiness.Analysis;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>The words that stand in the code and configuration of a repository, documents left out: a fact shared by the rules on documentation.</summary>
internal sealed class RepositoryWords
{
    private const long LengthLimit = 2 * 1024 * 1024;
    private static readonly string[] BinaryExtensions = [".png", ".jpg", ".jpeg", ".gif", ".ico", ".woff", ".woff2", ".ttf", ".eot", ".pdf", ".zip", ".gz", ".mo", ".whl", ".webp", ".svg", ".mp4", ".po", ".pot", ".map", ".csv", ".lock", ".ipynb"];

    private readonly Lazy<HashSet<string>> words;
    private readonly List<string> contents = [];

    private RepositoryWords(Project project)
    {
        words = new(Split);
        foreach (var tree in project.Trees) contents.Add(tree.Text.Content);
        foreach (var file in project.Files.Files)
        {
            if (file.IsPython || file.Length > LengthLimit || Document.IsDocument(file) || BinaryExtensions.Contains(System.IO.Path.GetExtension(file.Name).ToLowerInvariant())) continue;
            if (file.ReadText().TryGet(out var text)) contents.Add(text.Content);
        }
    }

    public static RepositoryWords Of(Project project) => project.Whole.GetFact(static p => new RepositoryWords(p));

    /// <summary>Whether a word of letters, digits and underscores stands anywhere; false for words that begin with a digit.</summary>
    public bool Contains(string word) => words.Value.Contains(word);

    public IEnumerable<string> All => words.Value;

    /// <summary>Whether a phrase stands anywhere, with no letter right behind it.</summary>
    public bool ContainsPhrase(string phrase)
    {
        foreach (var content in contents)
            for (var at = content.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = content.IndexOf(phrase, at + 1, StringComparison.Ordinal))
                if (at + phrase.Length >= content.Length || !IsWord(content[at + phrase.Length])) return true;
        return false;
    }

    private HashSet<string> Split()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var content in contents) AddWords(content, found);
        return found;
    }

    private static void AddWords(string content, HashSet<string> words)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < content.Length;)
        {
            if (!IsWord(content[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < content.Length && IsWord(content[at])) at++;
            if (!char.IsAsciiDigit(content[start])) lookup.Add(content.AsSpan(start, at - start));
        }
    }

    private static bool IsWord(char c) => c == '_' || char.IsAsciiLetterOrDigit(c);
}
