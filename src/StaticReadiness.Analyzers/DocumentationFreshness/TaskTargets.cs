using StaticReadiness.Analysis;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>The names under which a repository's task runners offer commands: a fact shared by the rules on documentation.</summary>
internal sealed class TaskTargets
{
    private readonly HashSet<string> make = new(StringComparer.Ordinal);
    private readonly HashSet<string> scripts = new(StringComparer.Ordinal);
    private readonly HashSet<string> recipes = new(StringComparer.Ordinal);
    private bool isMakeDynamic;
    private bool isJustDynamic;

    private TaskTargets(Project project)
    {
        foreach (var file in project.Files.Files)
        {
            switch (file.Name)
            {
                case "Makefile" or "makefile" or "GNUmakefile" or "Makefile.am" or "Makefile.in":
                case var name when name.EndsWith(".mk", StringComparison.Ordinal) || name.StartsWith("Makefile.", StringComparison.Ordinal) || name.EndsWith(".Makefile", StringComparison.Ordinal):
                    HasMakefile |= file.Directory.Length == 0 && file.Name.Contains("akefile", StringComparison.Ordinal);
                    ReadMakefile(file);
                    break;
                case "justfile" or "Justfile" or ".justfile":
                case var name when name.EndsWith(".just", StringComparison.Ordinal):
                    HasJustfile |= file.Directory.Length == 0;
                    ReadJustfile(file);
                    break;
                case "package.json":
                    HasPackage |= file.Directory.Length == 0;
                    ReadPackage(file);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Whether a Makefile lies at the root.</summary>
    public bool HasMakefile { get; private set; }

    public bool HasJustfile { get; private set; }

    public bool HasPackage { get; private set; }

    public static TaskTargets Of(Project project) => project.Whole.GetFact(static p => new TaskTargets(p));

    /// <summary>Whether a Makefile anywhere in the repository has, or may have, a target.</summary>
    public bool MayMake(string target) => isMakeDynamic || make.Contains(target);

    public bool MayJust(string recipe) => isJustDynamic || recipes.Contains(recipe);

    /// <summary>Whether a <c>package.json</c> anywhere in the repository has a script.</summary>
    public bool HasScript(string name) => scripts.Contains(name);

    // Targets by pattern, made by functions or read from elsewhere cannot be counted.
    private void ReadMakefile(RepositoryFile file)
    {
        if (!file.ReadText().TryGet(out var text)) return;
        foreach (var line in text.Content.Split('\n'))
        {
            if (line.Length == 0 || line[0] is '\t' or '#' or ' ') continue;
            if (line.StartsWith("include ", StringComparison.Ordinal) || line.StartsWith("-include ", StringComparison.Ordinal) || line.StartsWith("sinclude ", StringComparison.Ordinal))
                isMakeDynamic |= !line.EndsWith(".env", StringComparison.Ordinal) && file.Directory.Length == 0;
            if (line.Contains("$(eval", StringComparison.Ordinal) || line.Contains("$(call", StringComparison.Ordinal) || line.StartsWith("define ", StringComparison.Ordinal)) isMakeDynamic = true;
            var colon = line.IndexOf(':');
            if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] == '=') || line.AsSpan(0, colon).Contains('=')) continue;
            foreach (var target in line[..colon].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                // Sphinx' own Makefile in a folder of documents hands every target on.
                if (target.Contains('%') || target.Contains('$')) isMakeDynamic |= file.Directory.Length == 0 || !target.StartsWith('%');
                make.Add(target);
            }
        }
    }

    private void ReadJustfile(RepositoryFile file)
    {
        if (!file.ReadText().TryGet(out var text)) return;
        foreach (var line in text.Content.Split('\n'))
        {
            if (line.StartsWith("import", StringComparison.Ordinal) || line.StartsWith("mod ", StringComparison.Ordinal) || line.StartsWith("set fallback", StringComparison.Ordinal)) isJustDynamic = true;
            if (line.Length == 0 || line[0] is '\t' or '#' or ' ' or '[' || !line.Contains(':')) continue;
            recipes.Add(line.TrimStart('@').Split([' ', ':', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "");
            if (line.StartsWith("alias ", StringComparison.Ordinal)) recipes.Add(line.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1) ?? "");
        }
    }

    private void ReadPackage(RepositoryFile file)
    {
        if (!file.ReadText().TryGet(out var text) || JsonText.Parse(text).Root is not ConfigurationMapping root) return;
        foreach (var entry in root.GetMapping("scripts")?.Entries ?? []) scripts.Add(entry.Key);
    }
}
