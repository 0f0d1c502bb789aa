using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Tells production settings from those of a developer's machine.</summary>
internal static class DebugSettings
{
    private static readonly HashSet<string> DevelopmentWords =
        ["dev", "devel", "develop", "development", "debug", "local", "test", "tests", "testing", "ci", "example", "sample", "demo", "docker", "playground", "sandbox", "e2e", "unit", "loadtest", "loadtests"];

    private static readonly HashSet<string> DeployExtensions = [".yml", ".yaml", ".toml", ".service", ".conf", ".ini", ".env"];

    /// <summary>Whether a module is Django's or Flask's settings: by its name, or by the settings that stand in it.</summary>
    public static bool IsSettingsModule(RepositoryFile file, SyntaxTree tree)
    {
        var words = IdentifierWords.Split(file.Path);
        var own = IdentifierWords.Split(Path.GetFileNameWithoutExtension(file.Name));
        // `radius_config.py` holds the constants of one part.
        return words.Contains("settings") || own is ["config" or "conf" or "configuration", ..] || words.Except(own).Any(word => word is "config" or "conf" or "configuration")
            || tree.Root.Body.OfType<Assign>().Any(assign => assign.Targets is [Name { Identifier: "INSTALLED_APPS" or "ROOT_URLCONF" or "SECRET_KEY" }]);
    }

    public static bool IsConfigurationClass(ClassDef owner) =>
        IdentifierWords.Split(owner.Name).Any(word => word is "config" or "configuration" or "settings") || owner.Bases.Any(parent => parent.LastName() is "Config" or "BaseConfig");

    /// <summary>Whether a class is pydantic's settings: its fields hold defaults, and the environment has the last word.</summary>
    public static bool IsFilledFromEnvironment(SyntaxNode assignment, SemanticModel model) =>
        assignment.Parent is ClassDef owner && owner.Bases.Any(parent => parent.LastName() == "BaseSettings" || model.ResolveClass(parent)?.Mro.Any(reference => reference.QualifiedName.EndsWith(".BaseSettings", StringComparison.Ordinal)) == true);

    /// <summary>Whether a path, class or function is named for development or tests.</summary>
    public static bool IsDevelopmentName(string name) => IdentifierWords.Split(name).Any(DevelopmentWords.Contains);

    /// <summary>Whether a call stands in a file or function named for development: <c>def run_develop()</c>.</summary>
    public static bool IsForDevelopment(SyntaxNode node, RepositoryFile file) =>
        IdentifierWords.Split(file.Path).Any(DevelopmentWords.Contains)
        || node.Ancestors().OfType<FunctionDef>().Any(function => IdentifierWords.Split(function.Name).Any(DevelopmentWords.Contains) || function.Decorators.Any(IsDevelopmentCommand));

    // `@cli.command("develop")`
    private static bool IsDevelopmentCommand(Expression decorator) =>
        decorator is Call { Function: var function } call && function.LastName() is "command" && (call.Arguments.FirstOrDefault() ?? call.KeywordValue("name")).StringValue() is { } name && IdentifierWords.Split(name).Any(DevelopmentWords.Contains);

    /// <summary>Whether a file or class is named for development, or the settings that production uses turn the switch off again.</summary>
    public static bool IsDevelopmentOnly(SyntaxNode node, RepositoryFile file, Project project)
    {
        if (IdentifierWords.Split(file.Path).Any(DevelopmentWords.Contains)) return true;
        if (node.Ancestors().OfType<ClassDef>().FirstOrDefault() is { } owner)
            return IdentifierWords.Split(owner.Name).Any(word => DevelopmentWords.Contains(word) || word is "migration" or "migrations" or "staging") || IsOverridden(owner, (Module)node.Ancestors().Last());
        return node.Parent is Module module && (TurnsOffLater(module, node) || StarImports.Of(project).LayersOn(file).Any(layer => SetsDebugOff(layer.Root.Body)));
    }

    /// <summary>Whether a file or one of its folders is named for development.</summary>
    public static bool IsDevelopmentFile(RepositoryFile file) => IdentifierWords.Split(file.Path).Any(DevelopmentWords.Contains);

    public static bool IsDeployFile(RepositoryFile file)
    {
        if (IdentifierWords.Split(file.Path).Any(DevelopmentWords.Contains) || file.Directory.StartsWith(".github", StringComparison.Ordinal)) return false;
        return file.Name.StartsWith("Dockerfile", StringComparison.Ordinal) || file.Name is ".env" or "Procfile" or ".flaskenv"
            || DeployExtensions.Contains(Path.GetExtension(file.Name));
    }

    private static bool IsOverridden(ClassDef owner, Module module) =>
        module.Body.OfType<ClassDef>().Any(other => other.Bases.Any(parent => parent.LastName() == owner.Name) && SetsDebugOff(other.Body));

    private static bool TurnsOffLater(Module module, SyntaxNode node) =>
        module.Body.SkipWhile(statement => statement != node).Skip(1).Any(later =>
            later is Assign { Targets: [Name { Identifier: "DEBUG" }] } || (later is If or Try && later.DescendantsInScope().Any(inner => inner is Assign { Targets: [Name { Identifier: "DEBUG" }] }))
            || IsLocalSettings(later));

    // `from .local_settings import *` at the end is the old way of layering: the file it names is not in the repository.
    private static bool IsLocalSettings(Statement statement) =>
        (statement is ImportFrom import ? [import] : statement is Try attempt ? attempt.Body.OfType<ImportFrom>() : [])
        .Any(import => import.Names.Any(alias => alias.Name == "*"));

    private static bool SetsDebugOff(IEnumerable<Statement> body) =>
        body.OfType<Assign>().Any(assign => assign.Targets is [Name { Identifier: "DEBUG" }] && !assign.Value.IsTrue());
}
