using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Which files beside Python code are searched for secrets, and how deeply.</summary>
internal static class SecretFiles
{
    private const long MaximumLength = 1_000_000;

    private static readonly HashSet<string> Extensions =
        [".env", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".properties", ".json", ".md", ".rst", ".txt", ".ipynb", ".sh", ".tf", ".tfvars", ".pem", ".key", ".xml"];

    private static readonly HashSet<string> SettingExtensions = [".env", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".properties", ".json", ".tfvars"];

    private static readonly HashSet<string> TemplateWords = ["example", "sample", "template", "dist", "tmpl", "tpl", "default", "defaults", "test", "tests", "testing", "ci", "travis", "appveyor", "tox", "drone", "pipelines", "schema", "openapi", "swagger"];

    private static readonly HashSet<string> DeveloperWords = ["dev", "devel", "development", "local", "contrib", "demo", "playground"];

    private static readonly HashSet<string> TestFolders = ["test", "tests", "testing", "fixtures", "testdata", "test_data", "test-data", "testutils", "test_utils", "testlib", "test_helpers", "unittests", "e2e", "cypress", "mocks", "seeds", "seeders", "functional_tests", "integration_tests", "acceptance", "testenv"];

    private static readonly HashSet<string> OtherFolders = [".github", ".circleci", ".gitlab", ".ci", "ci", "locale", "locales", "i18n", "translations", "lang", "node_modules", "cassettes", "schemas", "vcr"];

    /// <summary>Whether a file is searched for token formats.</summary>
    public static bool IsSearched(RepositoryFile file) =>
        !file.IsPython && IsOfSearchedKind(file.Name) && file.Length <= MaximumLength && !IsLock(file.Name) && !IsClientConfiguration(file.Name) && !ListsKnownValues(file.Name) && !IsTemplate(file.Name)
        && (file.Role & (FileRoles.Test | FileRoles.Vendored | FileRoles.Generated)) == FileRoles.None && !IsInTestFolder(file);

    /// <summary>Whether its keys and values are settings that may hold a secret without a format of its own.</summary>
    public static bool HasSettings(RepositoryFile file) =>
        (file.Role & (FileRoles.Application | FileRoles.Script)) != FileRoles.None
        && (IsEnvironmentFile(file.Name) || IsImageFile(file.Name) || SettingExtensions.Contains(System.IO.Path.GetExtension(file.Name)))
        && !file.Name.Split('.', '-', '_').Any(TemplateWords.Contains) && !file.Directory.Split('/').Any(OtherFolders.Contains)
        && !(IsCompose(file.Name) && file.Path.Split('/', '.', '-', '_').Any(DeveloperWords.Contains));

    // What a compose file for one developer's machine starts opens nothing elsewhere; also under names that no tool looks for.
    private static bool IsCompose(string name) => name.Contains("compose", StringComparison.Ordinal);

    /// <summary>Whether a file's name or folder says that it serves tests: <c>configuration_testing.py</c>, <c>server/testing/common.py</c>.</summary>
    public static bool IsNamedForTests(RepositoryFile file) =>
        IsInTestFolder(file) || file.Name.Split('.', '-', '_').Any(word => word is "test" or "tests" or "testing" or "conftest" or "fixtures" or "seed" or "seeds" or "seeder" or "populate" or "demo" or "sample" or "mock" or "mocks");

    // Keys and certificates of a test suite lie in a folder of that name, also where no test stands beside them.
    private static bool IsInTestFolder(RepositoryFile file) => file.Directory.Split('/').Any(part => TestFolders.Contains(part.TrimStart('.', '_')));

    private static bool IsOfSearchedKind(string name) =>
        IsEnvironmentFile(name) || IsImageFile(name) || Extensions.Contains(System.IO.Path.GetExtension(name));

    private static bool IsEnvironmentFile(string name) => name.StartsWith(".env", StringComparison.Ordinal) || name == ".netrc" || name == ".pypirc";

    private static bool IsImageFile(string name) => name.StartsWith("Dockerfile", StringComparison.Ordinal) || name == "Procfile";

    // Firebase ships these with every copy of a mobile application.
    private static bool IsClientConfiguration(string name) => name is "google-services.json" or "GoogleService-Info.plist";

    /// <summary>Whether a file shows what values look like: <c>.env.example</c>.</summary>
    public static bool IsTemplate(string name) => name.Split('.', '-', '_').Any(word => word is "example" or "sample" or "template" or "dist" or "tmpl" or "tpl");

    // Secret scanners are told by these what to pass over.
    private static bool ListsKnownValues(string name) => name is ".gitleaks.toml" or ".gitguardian.yaml" or ".gitguardian.yml" or ".secrets.baseline";

    private static bool IsLock(string name) => name.EndsWith(".lock", StringComparison.Ordinal) || name.Contains("lock.", StringComparison.Ordinal) || name.EndsWith(".min.js", StringComparison.Ordinal);
}
