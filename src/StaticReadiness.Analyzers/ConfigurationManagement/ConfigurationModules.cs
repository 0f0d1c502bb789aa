using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Tells the modules whose business is configuration, or the start of the process, by their names.</summary>
internal static class ConfigurationModules
{
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.Ordinal,
        "config", "configs", "configuration", "conf", "settings", "setting", "env", "environment", "environ", "constants", "const", "defaults", "default", "options", "params",
        "wsgi", "asgi", "manage", "gunicorn", "uvicorn", "celery", "celeryconfig", "main", "cli", "conftest", "version", "logging", "log", "docker", "deploy", "deployment", "dev", "development", "debug", "tests", "test", "testing", "scripts", "script", "setup", "bootstrap", "commands", "terraform", "lambda", "lambdas", "doctor", "diagnostics");

    public static bool Contains(RepositoryFile file)
    {
        foreach (var word in IdentifierWords.Split(file.Path))
            if (Words.Contains(word)) return true;
        return false;
    }
}
