using StaticReadiness.Analysis;
using StaticReadiness.Repository.Documents;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Checks the environment variables of this project that a document names: those that begin like many that the code reads.</summary>
internal static class SettingReferences
{
    private const int FewestRelatives = 5;

    public static IEnumerable<CheckedReference> Check(Project project, Document document)
    {
        foreach (var literal in document.Literals)
        {
            var name = literal.Text.Split('=')[0];
            if (literal.Role is not (null or "envvar") || !IsVariable(name) || !Families.Of(project).Contains(name[..name.IndexOf('_')])) continue;
            yield return new CheckedReference(literal.Span, name, MayBeRead(RepositoryWords.Of(project), name) ? null : $"nothing reads `{name}`");
        }
    }

    // Settings classes put a prefix before a field's name; sections are joined by two underscores.
    private static bool MayBeRead(RepositoryWords words, string name)
    {
        if (words.Contains(name) || words.Contains(name.ToLowerInvariant()) || words.All.Any(word => word.EndsWith('_') && word.Length > name.IndexOf('_') + 1 && name.StartsWith(word, StringComparison.Ordinal))) return true;
        for (var at = name.IndexOf('_'); at > 0; at = name.IndexOf('_', at + 1))
        {
            var rest = name[(at + 1)..].TrimStart('_');
            if (rest.Length > 0 && (words.Contains(rest) || words.Contains(rest.ToLowerInvariant()))) return true;
        }

        return name.Contains("__", StringComparison.Ordinal);
    }

    private static bool IsVariable(string text)
    {
        if (text.Length < 6 || !char.IsAsciiLetterUpper(text[0]) || text[^1] == '_' || text.IndexOf('_') < 3) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_') return false;
        return true;
    }

    /// <summary>The beginnings that the names of the project's own variables share.</summary>
    private sealed class Families
    {
        private readonly HashSet<string> own;
        private readonly Lazy<HashSet<string>> prefixes;

        private Families(Project project)
        {
            own = project.Compilation.Modules.Select(module => module.QualifiedName.Split('.')[0]).Where(ProjectNames.Of(project).IsPackage)
                .Concat(project.Dependencies.Manifests.Select(manifest => manifest.ProjectName).OfType<string>().SelectMany(name => name.Split('-', '_', '.')))
                .Select(name => name.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
            prefixes = new(() => RepositoryWords.Of(project).All.Where(IsVariable).GroupBy(word => word[..word.IndexOf('_')]).Where(group => own.Contains(group.Key) && group.Count() >= FewestRelatives).Select(group => group.Key).ToHashSet(StringComparer.Ordinal));
        }

        public static Families Of(Project project) => project.Whole.GetFact(static p => new Families(p));

        public bool Contains(string prefix) => own.Contains(prefix) && prefixes.Value.Contains(prefix);
    }
}
