namespace StaticReadiness.Repository.Files;

/// <summary>Tells what the files of one repository are for, from their paths and their neighbours.</summary>
internal sealed class RoleConventions
{
    private readonly HashSet<string> packages = [];
    private readonly HashSet<string> applications = [];
    private readonly HashSet<string> withTests = [];
    private readonly HashSet<string> migrationEnvironments = [];
    private readonly HashSet<string> numberedMigrations = [];
    private readonly BundledPackages bundles = new();
    private readonly Dictionary<string, FileRoles> directories = new() { [""] = FileRoles.Application };

    public RoleConventions(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var slash = path.LastIndexOf('/');
            var directory = slash < 0 ? "" : path[..slash];
            var name = path[(slash + 1)..];
            bundles.Add(path);
            if (name == "__init__.py") packages.Add(directory);
            else if (RoleNames.ApplicationMarks.Contains(name)) applications.Add(directory);
            else if (name is "env.py" or "script.py.mako") migrationEnvironments.Add(directory);
            else if (IsNumberedMigration(name)) numberedMigrations.Add(directory);
            if (IsTestFile(name))
                for (var at = directory; withTests.Add(at) && at.Length > 0;) at = Parent(at);
        }
    }

    public FileRoles RoleOf(string path)
    {
        var slash = path.LastIndexOf('/');
        var directory = slash < 0 ? "" : path[..slash];
        var inherited = RoleOfDirectory(directory);
        return Combine(inherited, OwnRole(directory, path[(slash + 1)..]));
    }

    private FileRoles RoleOfDirectory(string directory)
    {
        if (directories.TryGetValue(directory, out var known)) return known;
        var parent = Parent(directory);
        var role = Combine(RoleOfDirectory(parent), OwnRoleOfDirectory(directory, directory[(parent.Length == 0 ? 0 : parent.Length + 1)..], parent));
        return directories[directory] = role;
    }

    /// <summary>The first directory on the way that says something decides; vendored code and tests inside scripts are the exceptions.</summary>
    private static FileRoles Combine(FileRoles inherited, FileRoles own) => (inherited, own) switch
    {
        (_, FileRoles.Application) => inherited,
        (_, FileRoles.Vendored) => own,
        (FileRoles.Application or FileRoles.Script, _) => own,
        (FileRoles.Documentation, FileRoles.Example) => own,
        _ => inherited,
    };

    private FileRoles OwnRoleOfDirectory(string directory, string name, string parent)
    {
        if (RoleNames.Vendored.Contains(name) && !applications.Contains(directory)) return FileRoles.Vendored;
        if (bundles.Contains(directory) && !packages.Contains(directory)) return FileRoles.Vendored;
        if (RoleNames.Tests.Contains(name) || IsNamedForTests(name)) return FileRoles.Test;
        if (RoleNames.MaybeTests.Contains(name) && withTests.Contains(directory) && !applications.Contains(directory)) return FileRoles.Test;
        if (RoleNames.GeneratedDirectories.Contains(name)) return FileRoles.Generated;
        if (RoleNames.Scripts.Contains(name) || directory.EndsWith("management/commands", StringComparison.Ordinal)) return FileRoles.Script;
        if (packages.Contains(parent)) return FileRoles.Application;
        if (RoleNames.Examples.Contains(name)) return FileRoles.Example;
        if (name.StartsWith('.')) return FileRoles.Script;
        if (packages.Contains(directory)) return FileRoles.Application;
        if (RoleNames.MaybeExamples.Contains(name)) return FileRoles.Example;
        if (RoleNames.Documentation.Contains(name)) return FileRoles.Documentation;
        return RoleNames.MaybeScripts.Contains(name) ? FileRoles.Script : FileRoles.Application;
    }

    private FileRoles OwnRole(string directory, string name)
    {
        if (name.EndsWith(".py", StringComparison.Ordinal))
        {
            if (IsMigration(directory, name)) return FileRoles.Migration;
            if (RoleNames.ScriptFiles.Contains(name)) return FileRoles.Script;
            if (RoleNames.VendoredFiles.Contains(name)) return FileRoles.Vendored;
            if (IsTestFile(name) && !directory.EndsWith("management/commands", StringComparison.Ordinal)) return FileRoles.Test;
        }

        if (RoleNames.GeneratedFiles.Contains(name)) return FileRoles.Generated;
        foreach (var suffix in RoleNames.GeneratedSuffixes)
            if (name.EndsWith(suffix, StringComparison.Ordinal)) return FileRoles.Generated;
        return IsDocument(name) ? FileRoles.Documentation
            : RoleNames.ScriptFiles.Contains(name) ? FileRoles.Script
            : FileRoles.Application;
    }

    private bool IsMigration(string directory, string name)
    {
        var slash = directory.LastIndexOf('/');
        var last = directory[(slash + 1)..];
        var parent = slash < 0 ? "" : directory[..slash];
        return (last is "migrations" or "south_migrations" && (IsNumberedMigration(name) || (name is "__init__.py" && numberedMigrations.Contains(directory))))
            || (last == "versions" && (migrationEnvironments.Contains(parent) || parent.EndsWith("migrations", StringComparison.Ordinal) || parent.EndsWith("alembic", StringComparison.Ordinal)))
            || (name == "env.py" && directory.Length > 0 && (last is "alembic" or "migrations"))
            || (IsNumberedMigration(name) && directory.Contains("migrations/", StringComparison.Ordinal));
    }

    private static bool IsNumberedMigration(string name) =>
        name.EndsWith(".py", StringComparison.Ordinal) && name.Length > 4 && (char.IsAsciiDigit(name[0]) || (char.IsAsciiDigit(name[1]) && name[0] is 'm' or 'v' or 'V'));

    private static bool IsTestFile(string name) =>
        name.EndsWith(".py", StringComparison.Ordinal)
        && (name.StartsWith("test_", StringComparison.Ordinal) || name.EndsWith("_test.py", StringComparison.Ordinal) || name.EndsWith("_tests.py", StringComparison.Ordinal)
            || name is "conftest.py" or "tests.py" or "test.py");

    private static bool IsNamedForTests(string name) =>
        name.EndsWith("_tests", StringComparison.Ordinal) || name.EndsWith("-tests", StringComparison.Ordinal)
        || name.StartsWith("tests_", StringComparison.Ordinal) || name.StartsWith("tests-", StringComparison.Ordinal);

    private static bool IsDocument(string name)
    {
        var extension = System.IO.Path.GetExtension(name);
        return RoleNames.DocumentExtensions.Contains(extension.ToLowerInvariant())
            || (extension is "" or ".txt" && RoleNames.DocumentStems.Contains(System.IO.Path.GetFileNameWithoutExtension(name)));
    }

    private static string Parent(string directory)
    {
        var slash = directory.LastIndexOf('/');
        return slash < 0 ? "" : directory[..slash];
    }
}
