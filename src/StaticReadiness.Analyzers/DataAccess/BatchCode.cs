using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Tells code that someone runs once from code that serves.</summary>
internal static class BatchCode
{
    private static readonly HashSet<string> OneOff = ["fix", "fixes", "backfill", "populate", "seed", "seeds", "migrate", "upgrade", "import", "export", "fixtures"];

    public static bool Contains(SyntaxNode node, SyntaxTree tree, RepositoryFile file) =>
        CommandLineCode.IsScript(tree, file) || node.IsUnderMainGuard() || IdentifierWords.Split(file.Path).Exists(OneOff.Contains) || node.Ancestors().OfType<FunctionDef>().Any(function => function.Decorators.Any(IsCommand));

    private static bool IsCommand(Expression decorator) =>
        (decorator is Call call ? call.Function : decorator).DottedName() is { } name && IdentifierWords.Split(name).Exists(word => word is "command" or "cli" or "click");
}
