using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Looks for names of modules and distributions in strings, settings, commands and pipelines: all that uses a package without importing it.</summary>
internal sealed class NamedPackages
{
    private const long LongestFile = 512 * 1024;

    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        ".yml", ".yaml", ".toml", ".ini", ".cfg", ".conf", ".env", ".json", ".sh", ".bash", ".service", ".mk", ".pyi", ".pyx", ".pxd", ".ipynb", ".wsgi", ".j2", ".jinja", ".tmpl", ".tpl", ".sls", ".cron", ".bat", ".ps1", ".spec", ".nix", ".mako", ".xml", ".properties", ".tf");

    private static readonly string[] Starts = ["Dockerfile", "Containerfile", "Makefile", "makefile", "GNUmakefile", "justfile", "Justfile", "Procfile", "Jenkinsfile", "Vagrantfile", ".env", ".flaskenv", "crontab", "entrypoint", "start", "run", "docker-entrypoint"];

    /// <summary>Files that name packages without using them: what updates them, locks, checks types, and the installers of other languages.</summary>
    private static readonly string[] Aside = ["package.json", "package-lock.json", "renovate.json", "dependabot.yml", "dependabot.yaml", "mypy.ini", ".pre-commit-config.yaml", ".pre-commit-config.yml", "composer.json", "tsconfig.json", "pyrightconfig.json", "conda-lock.yml", "pnpm-lock.yaml", "Cargo.lock"];

    private readonly SearchValues<string> needles;
    private readonly HashSet<string> names;
    private readonly HashSet<string> found = [];
    private readonly bool inCommands;
    private readonly ILookup<string, TextSpan> declarations;

    private NamedPackages(Project project, IEnumerable<string> wanted, bool onlyApplication)
    {
        inCommands = onlyApplication;
        names = [.. wanted];
        needles = SearchValues.Create([.. names], StringComparison.Ordinal);
        declarations = project.Dependencies.Declared.ToLookup(dependency => dependency.File, dependency => dependency.Span);
        foreach (var tree in project.Trees)
            if (!onlyApplication || project.Files.TryGet(tree.Path)?.Role == FileRoles.Application) SearchCode(tree.Path, tree.Text.Content, tree.Comments);
        if (onlyApplication) return;
        foreach (var file in project.Files.Files)
        {
            if (file.IsPython || !IsSearched(file) || !file.ReadText().TryGet(out var text)) continue;
            if (file.Name.EndsWith(".ipynb", StringComparison.Ordinal) || file.Name.Contains(".py", StringComparison.Ordinal) || file.Name.EndsWith(".wsgi", StringComparison.Ordinal)) SearchCode(file.Path, text.Content, []);
            else SearchSettings(file.Path, text.Content);
        }
    }

    /// <summary>Those of the names that something outside an import statement or an installer's file mentions.</summary>
    public static IReadOnlySet<string> Find(Project project, IEnumerable<string> names) => new NamedPackages(project, names, onlyApplication: false).found;

    /// <summary>Those of the names that a string of the application's own code mentions.</summary>
    public static IReadOnlySet<string> FindInCode(Project project, IEnumerable<string> names) => new NamedPackages(project, names, onlyApplication: true).found;

    /// <summary>Whether a string of the code or a settings file holds the name, as part of a longer word too: a backend's path may carry it.</summary>
    public static bool IsSpokenOf(Project project, string name)
    {
        var joined = name.Replace('-', '_');
        return project.Whole.Trees.Any(tree => !IsManifest(tree.Path) && (InString(tree.Text.Content, name) || InString(tree.Text.Content, joined)))
            || project.Whole.Files.Files.Any(file => !file.IsPython && !IsManifest(file.Path) && IsSearched(file) && file.ReadText().TryGet(out var text) && (At(text.Content, name, 0) >= 0 || At(text.Content, joined, 0) >= 0));

        static bool IsManifest(string path) => ManifestFiles.KindOf(path) is not null || ManifestFiles.LockKindOf(path) is not null;
    }

    private static int At(string text, string name, int from) => text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);

    // An odd number of quotes before it on its line.
    private static bool InString(string text, string name)
    {
        for (var at = At(text, name, 0); at >= 0; at = At(text, name, at + 1))
        {
            var line = text.AsSpan(text.LastIndexOf('\n', at) + 1, at - text.LastIndexOf('\n', at) - 1);
            if (line.Count('"') % 2 == 1 || line.Count('\'') % 2 == 1) return true;
        }

        return false;
    }

    private static bool IsSearched(RepositoryFile file)
    {
        if (file.Length > LongestFile || file.Role is FileRoles.Documentation or FileRoles.Generated || Aside.Contains(file.Name, StringComparer.Ordinal)) return false;
        if (ManifestFiles.LockKindOf(file.Path) is not null || ManifestFiles.KindOf(file.Path) is ManifestKind.Requirements or ManifestKind.Conda or ManifestKind.Pipfile) return false;
        var dot = file.Name.LastIndexOf('.');
        return (dot >= 0 && Extensions.Contains(file.Name[dot..])) || Starts.Any(start => file.Name.StartsWith(start, StringComparison.Ordinal)) || (dot < 0 && file.Directory.Length > 0 && file.Length < 32 * 1024);
    }

    private void SearchCode(string path, string text, ImmutableArray<TextSpan> comments)
    {
        foreach (var (at, name) in Hits(path, text))
        {
            var before = at == 0 ? '\n' : text[at - 1];
            var after = at + name.Length < text.Length ? text[at + name.Length] : '\n';
            var isImport = IsAfterImport(text, at);
            // `run("poetry run black .")`: whoever writes a command to be run writes words.
            var isWord = inCommands && before is '"' or '\'' or ' ' && after is '"' or '\'' or ' ';
            var isWhole = before is '"' or '\'' or '+' && after is '"' or '\'' or '.' or ':' or '+' or '/' or '[' or '\\';
            if ((isImport || isWhole || isWord) && !comments.Any(comment => comment.Start <= at && at < comment.End)) found.Add(name);
        }
    }

    private void SearchSettings(string path, string text)
    {
        foreach (var (at, name) in Hits(path, text))
        {
            var line = text.AsSpan(text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1);
            if (!line.TrimStart().StartsWith("#")) found.Add(name);
        }
    }

    // Whole words only, and none in the declaration of a dependency.
    private IEnumerable<(int At, string Name)> Hits(string path, string text)
    {
        for (var from = 0; from < text.Length;)
        {
            var next = text.AsSpan(from).IndexOfAny(needles);
            if (next < 0) yield break;
            var start = from + next;
            var end = start;
            while (end < text.Length && IsPart(text[end])) end++;
            from = Math.Max(end, start + 1);
            if (start > 0 && IsPart(text[start - 1])) continue;
            var word = text[start..end];
            if (!found.Contains(word) && names.Contains(word) && !declarations[path].Any(span => span.Start <= start && start < span.End)) yield return (start, word);
        }
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';

    private static bool IsAfterImport(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ') end--;
        return end < at && (text.AsSpan(0, end).EndsWith("import") || text.AsSpan(0, end).EndsWith("from"));
    }
}
