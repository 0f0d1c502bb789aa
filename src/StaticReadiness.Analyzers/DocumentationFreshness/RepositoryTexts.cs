using System.Collections.Concurrent;
using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>The code and configuration of a repository as text, documents left out: a fact shared by the rules on documentation.</summary>
internal sealed class RepositoryTexts
{
    private const long LengthLimit = 2 * 1024 * 1024;
    private static readonly string[] BinaryExtensions = [".png", ".jpg", ".jpeg", ".gif", ".ico", ".woff", ".woff2", ".ttf", ".eot", ".pdf", ".zip", ".gz", ".mo", ".whl", ".webp", ".svg", ".mp4", ".po", ".pot", ".map", ".csv", ".lock", ".ipynb"];

    private readonly ImmutableArray<SyntaxTree> trees;
    private readonly List<string> contents = [];

    // documents name the same thing again and again
    private readonly ConcurrentDictionary<string, bool> phrases = new(StringComparer.Ordinal);

    private RepositoryTexts(Project project)
    {
        trees = project.Trees;
        foreach (var tree in trees) contents.Add(tree.Text.Content);
        foreach (var file in project.Files.Files)
        {
            if (file.IsPython || file.Length > LengthLimit || Document.IsDocument(file) || BinaryExtensions.Contains(System.IO.Path.GetExtension(file.Name).ToLowerInvariant())) continue;
            if (file.ReadText().TryGet(out var text)) contents.Add(text.Content);
        }
    }

    public IReadOnlyList<string> Contents => contents;

    public static RepositoryTexts Of(Project project) => project.Whole.GetFact(static p => new RepositoryTexts(p));

    /// <summary>Whether a phrase stands anywhere, with no letter right behind it.</summary>
    public bool ContainsPhrase(string phrase) => phrases.GetOrAdd(phrase, Find);

    /// <summary>Whether a word stands anywhere by itself.</summary>
    public bool ContainsWord(string word) => !char.IsAsciiDigit(word[0]) && Find(word, wholeWord: true);

    internal static bool IsWord(char c) => c == '_' || char.IsAsciiLetterOrDigit(c);

    private bool Find(string phrase) => Find(phrase, wholeWord: false);

    private bool Find(string phrase, bool wholeWord)
    {
        // what stands anywhere stands mostly in code that has its last word as a name
        var name = LastWord(phrase);
        foreach (var tree in trees)
            if (tree.MayMention(name) && StandsIn(tree.Text.Content, phrase, wholeWord)) return true;
        foreach (var content in contents)
            if (StandsIn(content, phrase, wholeWord)) return true;
        return false;
    }

    private static bool StandsIn(string content, string phrase, bool wholeWord)
    {
        for (var at = content.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = content.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            if ((at + phrase.Length >= content.Length || !IsWord(content[at + phrase.Length])) && (!wholeWord || at == 0 || !IsWord(content[at - 1]))) return true;
        return false;
    }

    private static string LastWord(string phrase)
    {
        var end = phrase.Length;
        while (end > 0 && !IsWord(phrase[end - 1])) end--;
        var start = end;
        while (start > 0 && IsWord(phrase[start - 1])) start--;
        return phrase[start..end];
    }
}
