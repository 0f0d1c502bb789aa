using System.Buffers;
using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>The names in capitals that stand in a project's documents, examples and deployment files.</summary>
internal sealed class DocumentedKeys
{
    private const long LargestFile = 500_000;

    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".md", ".rst", ".txt", ".adoc", ".env", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".json", ".sh", ".tf", ".hcl", ".service", ".properties", ".html", ".j2", ".tpl", ".example", ".sample", ".dist", ".template", ".mdx", ".ps1", ".bat");

    // What a shell, an operating system, a proxy or a build service sets.
    private static readonly FrozenSet<string> System = FrozenSet.Create(
        StringComparer.Ordinal,
        "PATH", "HOME", "USER", "USERNAME", "LOGNAME", "SHELL", "TERM", "PWD", "TMPDIR", "TEMP", "TMP", "APPDATA", "LOCALAPPDATA", "PROGRAMFILES", "SYSTEMROOT", "WINDIR", "USERPROFILE", "LANG", "LANGUAGE", "LC_ALL", "COMSPEC", "EDITOR", "VISUAL", "PAGER", "HOSTNAME", "COMPUTERNAME", "DISPLAY",
        "CI", "GITHUB_ACTIONS", "PYTHONPATH", "PYTHONUNBUFFERED", "PYTHONHASHSEED", "VIRTUAL_ENV", "CONDA_PREFIX", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "NO_COLOR", "COLUMNS", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR",
        "KUBERNETES_SERVICE_HOST", "NOTIFY_SOCKET", "LISTEN_FDS", "LISTEN_PID", "INVOCATION_ID", "DJANGO_SETTINGS_MODULE", "PYTEST_CURRENT_TEST", "WERKZEUG_RUN_MAIN", "RUN_MAIN", "SERVER_SOFTWARE", "SUDO_USER", "SUDO_UID", "WERKZEUG_SERVER_FD", "AWS_LAMBDA_FUNCTION_NAME", "AWS_REGION", "AWS_DEFAULT_REGION", "FLASK_ENV", "FLASK_APP");

    private static readonly SearchValues<char> Parts = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    private DocumentedKeys(Project project)
    {
        foreach (var file in project.Files.Files)
        {
            if (file.IsPython || file.Length > LargestFile || (file.Role & (FileRoles.Vendored | FileRoles.Generated)) != FileRoles.None || !IsRead(file) || !file.ReadText().TryGet(out var text)) continue;
            Collect(text.Content);
            if (Example is null && IsExample(file) && KeyValueLines.Read(text).Any()) Example = file.Path;
        }
    }

    /// <summary>The example of an environment file, where there is one.</summary>
    public string? Example { get; }

    public static DocumentedKeys Of(Project project) => project.GetFact(static p => new DocumentedKeys(p));

    /// <summary>Whether a variable is none of the project's own.</summary>
    public static bool IsOfSystem(string key) => System.Contains(key);

    /// <summary>Whether some file names a key: alone, or behind the prefix that a deployment gives all of them.</summary>
    public bool Contains(string key) => names.Contains(key);

    private void Collect(string content)
    {
        var known = names.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var position = 0; position < content.Length; position++)
        {
            if (content.AsSpan(position).IndexOfAny(Parts) is not (>= 0 and var skipped)) return;
            position += skipped;
            var start = position;
            while (position < content.Length && IsPart(content[position])) position++;
            // no variable begins with a digit
            if (position - start > 2 && !char.IsAsciiDigit(content[start])) known.Add(content.AsSpan(start, position - start));
        }
    }

    private static bool IsPart(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_';

    private static bool IsExample(RepositoryFile file) =>
        file.Name.Contains("env", StringComparison.OrdinalIgnoreCase) && file.Name.Split('.', '-', '_').Any(word => word is "example" or "sample" or "template" or "dist" or "tmpl" or "default" or "defaults");

    private static bool IsRead(RepositoryFile file) =>
        file.Name.StartsWith(".env", StringComparison.Ordinal) || file.Name.StartsWith("env.", StringComparison.Ordinal) || file.Name.StartsWith("Dockerfile", StringComparison.Ordinal) || file.Name is "Procfile" or "Makefile" or "justfile"
        || Extensions.Contains(Path.GetExtension(file.Name));
}
