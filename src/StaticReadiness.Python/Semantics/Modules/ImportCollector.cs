using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Python.Semantics;

/// <summary>Turns import statements into records.</summary>
internal static class ImportCollector
{
    private static readonly HashSet<string> ImportErrors = new(StringComparer.Ordinal) { "ImportError", "ModuleNotFoundError", "Exception", "BaseException" };

    public static ImmutableArray<ImportRecord> Collect(IReadOnlyList<Statement> statements)
    {
        var records = ImmutableArray.CreateBuilder<ImportRecord>();
        foreach (var statement in statements)
        {
            var context = GetContext(statement);
            if (statement is Import import)
                foreach (var alias in import.Names) records.Add(new(alias.Name, 0, null, alias.AsName, alias.Start, context));
            else if (statement is ImportFrom from)
                foreach (var alias in from.Names) records.Add(new(from.Module ?? "", from.Level, alias.Name, alias.AsName, alias.Start, context));
        }

        return records.ToImmutable();
    }

    public static ImportContext GetContext(SyntaxNode statement)
    {
        var context = ImportContext.None;
        var child = statement;
        for (var node = statement.Parent; node is not null; child = node, node = node.Parent)
        {
            context |= node switch
            {
                FunctionDef => ImportContext.InFunction,
                If branch when IsTypeChecking(branch.Test) => branch.Body.Contains(child) ? ImportContext.TypeChecking : ImportContext.None,
                If => ImportContext.Conditional,
                Try attempt when attempt.Handlers.Any(CatchesImportError) => ImportContext.Optional,
                _ => ImportContext.None,
            };
        }

        return context;
    }

    private static bool IsTypeChecking(Expression test) => test is Name { Identifier: "TYPE_CHECKING" } or Syntax.Attribute { Name: "TYPE_CHECKING" };

    private static bool CatchesImportError(ExceptHandler handler) => handler.Type switch
    {
        null => true,
        Name name => ImportErrors.Contains(name.Identifier),
        Syntax.Tuple tuple => tuple.Elements.Any(e => e is Name name && ImportErrors.Contains(name.Identifier)),
        _ => false,
    };
}
