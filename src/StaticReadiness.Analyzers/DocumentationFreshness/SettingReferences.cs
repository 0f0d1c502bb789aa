using StaticReadiness.Analysis;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Checks the environment variables of this project that a document names: those that begin like many that the code reads.</summary>
internal static class SettingReferences
{
    public static IEnumerable<CheckedReference> Check(Project project, Document document)
    {
        foreach (var literal in document.Literals)
        {
            var name = literal.Text.IndexOf('=') is >= 0 and var end ? literal.Text[..end] : literal.Text;
            if (literal.Role is not (null or "envvar") || !SettingFamilies.IsVariable(name) || SettingFamilies.Of(project).Find(name[..name.IndexOf('_')]) is not { } family) continue;
            yield return new CheckedReference(literal.Span, name, IsFamiliar(family, name) || MayBeRead(RepositoryWords.Of(project), name) ? null : $"nothing reads `{name}`");
        }
    }

    // The name itself, or the beginning of names that are put together: `"SHOP_MAIL_" + key`.
    private static bool IsFamiliar(HashSet<string> family, string name) =>
        family.Contains(name) || family.Any(word => word.EndsWith('_') && word.Length > name.IndexOf('_') + 1 && name.StartsWith(word, StringComparison.Ordinal));

    // Settings classes put a prefix before a field's name; sections are joined by two underscores.
    private static bool MayBeRead(RepositoryWords words, string name)
    {
        if (words.Contains(name.ToLowerInvariant())) return true;
        for (var at = name.IndexOf('_'); at > 0; at = name.IndexOf('_', at + 1))
        {
            var rest = name[(at + 1)..].TrimStart('_');
            if (rest.Length > 0 && (words.Contains(rest) || words.Contains(rest.ToLowerInvariant()))) return true;
        }

        return name.Contains("__", StringComparison.Ordinal);
    }
}
