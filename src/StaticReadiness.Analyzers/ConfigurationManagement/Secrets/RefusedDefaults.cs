using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Tells defaults that never reach production: the program stops before, or production's own layer of settings sets the name again.</summary>
internal static class RefusedDefaults
{
    private static readonly FrozenSet<string> ProductionWords = FrozenSet.Create(StringComparer.Ordinal, "production", "prod", "live", "deploy", "deployed");

    private static readonly FrozenSet<string> ModeWords =
        FrozenSet.Create(StringComparer.Ordinal, "production", "prod", "live", "deployed", "staging", "debug", "development", "dev", "local");

    /// <summary>Whether the code in front of a literal stops the program in production: <c>if ENV == "production": raise</c>.</summary>
    public static bool IsKeptFromProduction(SyntaxNode literal) =>
        literal.Ancestors().OfType<Statement>().Any(statement => statement.Parent is { } block && block.DescendantsInScope().Any(earlier =>
            earlier is If guard && guard.Parent == block && guard.End <= statement.Start && guard.Body.Any(Stops) && NamesMode(guard.Test)));

    /// <summary>Whether some code of the application refuses the default of a setting, or the layer for production sets the setting without it.</summary>
    public static bool Cover(Project project, string name, string key, string text)
    {
        // `password` alone is everywhere.
        var isOwnName = IdentifierWords.Split(name).Count > 1;
        if (!isOwnName && IdentifierWords.Split(key).Count < 2) return false;
        if (!isOwnName) name = key;
        foreach (var (tree, file) in ApplicationTrees.Of(project))
        {
            if (!MayMention(tree, name) && !MayMention(tree, key)) continue;
            var isLayer = IdentifierWords.Split(file.Path).Any(ProductionWords.Contains);
            foreach (var node in tree.Root.DescendantsAndSelf())
                if ((node is If guard && guard.Body.Any(Stops) && Weighs(guard.Test, name, key)) || SetsAgain(node, isLayer, name, text)) return true;
        }

        return false;
    }

    private static bool MayMention(SyntaxTree tree, string name) =>
        tree.MayMention(name) || (name.ToLowerInvariant() is var lower && (tree.MayMention(lower) || tree.MayMention("_" + lower)));

    private static bool Stops(Statement statement) =>
        statement is Raise or ExpressionStatement { Value: Call { Function: Name { Identifier: "exit" or "quit" } or Attribute { Name: "exit" or "_exit" } } }
        || (statement is If inner && inner.Body.Any(Stops));

    // `not SECRET_KEY` is never true where there is a default.
    private static bool Weighs(Expression test, string name, string key) => test.DescendantsAndSelf().Any(part =>
        part is Compare compare && !compare.Comparators.All(other => other.IsNone() || other.StringValue() is "") && compare.DescendantsAndSelf().Any(inner => IsNamed(inner, name, key))
        || part is Call { Function: Attribute { Name: "startswith" or "endswith", Value: var source } } && IsNamed(source, name, key));

    private static bool IsNamed(SyntaxNode node, string name, string key) =>
        node is Name or Attribute && ((Expression)node).LastName() is { } found && Plain(found) is var plain && (plain == Plain(name) || plain == Plain(key));

    private static string Plain(string name) => name.Replace("_", "").ToLowerInvariant();

    private static bool SetsAgain(SyntaxNode node, bool isLayer, string name, string text) =>
        node is Assign { Targets: [Name target], Value: var value } && target.Identifier == name
        && (isLayer || (node.Parent is ClassDef owner && IdentifierWords.Split(owner.Name).Any(ProductionWords.Contains)))
        && !value.DescendantsAndSelf().Any(part => part is Constant { StringValue: { } given } && given == text);

    private static bool NamesMode(Expression test) => test.DescendantsAndSelf().Any(part =>
        part is Expression expression && (expression.LastName() ?? expression.StringValue()) is { } name && IdentifierWords.Split(name).Any(ModeWords.Contains));
}
