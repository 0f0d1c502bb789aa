using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>The environment variables that begin like the project itself, by their beginning: a fact shared by the rules on documentation.</summary>
internal sealed class SettingFamilies
{
    private const int FewestRelatives = 5;
    private const int ShortestPrefix = 3;

    private readonly Dictionary<string, HashSet<string>> words;
    private readonly Lazy<Dictionary<string, HashSet<string>>> families;

    private SettingFamilies(Project project)
    {
        words = project.Compilation.Modules.Select(module => ModuleNames.TopLevel(module.QualifiedName)).Where(ProjectNames.Of(project).IsPackage)
            .Concat(project.Dependencies.Manifests.Select(manifest => manifest.ProjectName).OfType<string>().SelectMany(name => name.Split('-', '_', '.')))
            .Where(name => name.Length >= ShortestPrefix && !name.Contains('_')).Select(name => name.ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        families = new(() => Collect(RepositoryTexts.Of(project)));
    }

    public static SettingFamilies Of(Project project) => project.Whole.GetFact(static p => new SettingFamilies(p));

    /// <summary>The words of the code that begin with a prefix of the project's own; null when hardly any of them is a variable.</summary>
    public HashSet<string>? Find(string prefix) => words.ContainsKey(prefix) ? families.Value.GetValueOrDefault(prefix) : null;

    internal static bool IsVariable(string text)
    {
        if (text.Length < 6 || !char.IsAsciiLetterUpper(text[0]) || text[^1] == '_' || text.IndexOf('_') < ShortestPrefix) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_') return false;
        return true;
    }

    private Dictionary<string, HashSet<string>> Collect(RepositoryTexts texts)
    {
        foreach (var (prefix, family) in words)
            foreach (var content in texts.Contents) AddWords(content, prefix + "_", family);
        return words.Where(family => family.Value.Count(IsVariable) >= FewestRelatives).ToDictionary(family => family.Key, family => family.Value, StringComparer.Ordinal);
    }

    private static void AddWords(string content, string beginning, HashSet<string> family)
    {
        for (var at = content.IndexOf(beginning, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + beginning.Length;
            while (end < content.Length && RepositoryTexts.IsWord(content[end])) end++;
            if (at == 0 || !RepositoryTexts.IsWord(content[at - 1])) family.GetAlternateLookup<ReadOnlySpan<char>>().Add(content.AsSpan(at, end - at));
            at = content.IndexOf(beginning, end, StringComparison.Ordinal);
        }
    }
}
