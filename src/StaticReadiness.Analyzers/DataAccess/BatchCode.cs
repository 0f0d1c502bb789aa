using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Tells code that someone runs once from code that serves.</summary>
internal static class BatchCode
{
    private static readonly HashSet<string> OneOff = ["fix", "fixes", "backfill", "populate", "seed", "seeds", "migrate", "migration", "migrations", "upgrade", "import", "export", "fixtures"];

    public static bool Contains(SyntaxNode node, SyntaxTree tree, RepositoryFile file) =>
        CommandLineCode.IsScript(tree, file) || node.IsUnderMainGuard() || CommandLineCode.IsReachedFromGuard(node, tree.Root) || RunsWithModule(node, tree.Root) || IdentifierWords.Split(file.Path).Exists(OneOff.Contains) || node.Ancestors().OfType<FunctionDef>().Any(function => function.Decorators.Any(IsCommand));

    // `asyncio.run(check())` at the top level: the module is the program.
    private static bool RunsWithModule(SyntaxNode node, Module module) =>
        node.Ancestors().OfType<FunctionDef>().LastOrDefault() is { Parent: Module } function
        && module.Body.OfType<ExpressionStatement>().Any(statement => statement.DescendantsAndSelf().Any(part => part is Call { Function: Name called } && called.Identifier == function.Name));

    private static bool IsCommand(Expression decorator) =>
        (decorator is Call call ? call.Function : decorator).DottedName() is { } name && IdentifierWords.Split(name).Exists(word => word is "command" or "cli" or "click");
}
