namespace StaticReadiness.Repository.Files;

/// <summary>The names of directories and files by which repositories say what a file is for; plain sets, for every scan waits until they are made.</summary>
internal static class RoleNames
{
    /// <summary>Directories of third parties' code; <see cref="RoleConventions"/> spares applications about vendors.</summary>
    public static readonly HashSet<string> Vendored = Set(
        "_vendor", "_vendored", "_vendored_packages", "vendor", "vendored", "vendored_packages", "third_party", "third-party", "thirdparty", "3rdparty",
        "_third_party", "bower_components", "_vendored_py", "externals", "patched", "custom_libs");

    /// <summary>Directories that hold third parties' code when what lies in them bears the names of well-known packages.</summary>
    public static readonly HashSet<string> MaybeVendored = Set("lib", "libs", "ext", "deps", "external", "dependencies", "packages", "site-packages");

    /// <summary>Directories of tests, whatever they hold.</summary>
    public static readonly HashSet<string> Tests = Set("tests", "_tests", "__tests__", "unittests", "testdata", "test_data", "test-data", "unit_tests", "integration_tests", "cypress");

    /// <summary>Directories of tests when a test lies in them: libraries also ship helpers for tests under these names.</summary>
    public static readonly HashSet<string> MaybeTests = Set("test", "testing", "spec", "specs", "e2e", "integration", "functional", "unit", "acceptance", "smoke");

    /// <summary>Directories of examples, outside Python packages.</summary>
    public static readonly HashSet<string> Examples = Set(
        "examples", "example", "docs_src", "tutorial", "tutorials", "cookbook", "quickstart", "quickstarts", "example_project", "exampleproject");

    /// <summary>Directories of examples, outside Python packages and not packages themselves.</summary>
    public static readonly HashSet<string> MaybeExamples = Set("sample", "samples", "demo", "demos", "playground", "snippets");

    public static readonly HashSet<string> Documentation = Set("docs", "doc", "documentation");

    /// <summary>Directories of scripts, wherever they are.</summary>
    public static readonly HashSet<string> Scripts = Set("scripts", "script", "benchmarks", "benchmark", "bench", "benches", "asv_bench", "load_testing", "load_tests", "loadtests", "loadtest");

    /// <summary>Directories of scripts, outside Python packages and not packages themselves.</summary>
    public static readonly HashSet<string> MaybeScripts = Set(
        "bin", "tool", "tools", "hack", "ci", "contrib", "dev", "devtools", "dev_tools", "perf", "profiling", "release", "packaging", "builder", "maintenance", "build_tools", "buildscripts", "etc");

    /// <summary>Python files that people or build tools run.</summary>
    public static readonly HashSet<string> ScriptFiles = Set(
        "setup.py", "noxfile.py", "manage.py", "fabfile.py", "dodo.py", "conanfile.py", "SConstruct", "SConscript", "wscript", "toxfile.py", "hatch_build.py", "pavement.py");

    /// <summary>Single files that projects copy in as they are.</summary>
    public static readonly HashSet<string> VendoredFiles = Set("versioneer.py", "ez_setup.py", "get-pip.py", "get-poetry.py", "distribute_setup.py", "_versioneer.py");

    public static readonly HashSet<string> GeneratedDirectories = Set("generated", "_generated", "__generated__", "autogen", "_autogen");

    public static readonly string[] GeneratedSuffixes = ["_pb2.py", "_pb2.pyi", "_pb2_grpc.py", "_pb2_grpc.pyi", ".min.js", ".min.css", ".js.map", ".css.map"];

    public static readonly HashSet<string> GeneratedFiles = Set("parsetab.py", "lextab.py", "yacctab.py");

    public static readonly HashSet<string> DocumentExtensions = Set(".md", ".markdown", ".rst", ".adoc", ".asciidoc");

    /// <summary>Names of documents that carry no extension, or <c>.txt</c>.</summary>
    public static readonly HashSet<string> DocumentStems = Names(
        StringComparer.OrdinalIgnoreCase,
        "README", "CHANGES", "CHANGELOG", "CHANGE_LOG", "HISTORY", "NEWS", "RELEASES", "RELEASE_NOTES", "AUTHORS", "CONTRIBUTORS", "CONTRIBUTING", "INSTALL",
        "LICENSE", "LICENCE", "COPYING", "NOTICE", "SECURITY", "CODE_OF_CONDUCT", "MAINTAINERS", "GOVERNANCE", "SUPPORT", "UPGRADING", "TODO");

    /// <summary>Files by which a directory named like vendored code shows that it is an application about vendors.</summary>
    public static readonly HashSet<string> ApplicationMarks = Set("models.py", "apps.py", "views.py", "admin.py", "urls.py", "routes.py", "router.py", "api.py", "services.py", "schemas.py");

    private static HashSet<string> Set(params string[] names) => new(names);

    private static HashSet<string> Names(StringComparer comparer, params string[] names) => new(names, comparer);
}
