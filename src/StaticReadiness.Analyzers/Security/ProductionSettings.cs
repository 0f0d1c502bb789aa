using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reads the settings of Django and Flask that production uses: those of developers and tests, and those something outside decides, are left out.</summary>
internal static class ProductionSettings
{
    /// <summary>The name and value of a setting that an assignment fixes for production; null for anything else.</summary>
    public static (string Name, Expression Value)? Read(SyntaxNodeContext context) => Read(context.Node, context);

    /// <summary>The name and value of a setting that a node fixes for production; null for anything else.</summary>
    public static (string Name, Expression Value)? Read(SyntaxNode node, SyntaxTreeContext context)
    {
        var (target, value) = node switch
        {
            Assign { Targets: [var only] } assign => (only, assign.Value),
            AnnAssign { Value: { } given } assign => (assign.Target, given),
            _ => (null, null),
        };
        if (target is null || value is null || NameOf(target, node, context) is not { } name) return null;
        return IsForProduction(node, context, name) ? (name, value) : null;
    }

    /// <summary>Whether an expression of a settings module names nothing from outside: only literals.</summary>
    public static bool IsLiteral(Expression value) => value is Constant || (value is List or Python.Syntax.Tuple && value.Elements().All(IsLiteral));

    /// <summary>Whether a node stands in a file or function named for development, or under a condition that asks for it.</summary>
    public static bool IsForDevelopment(SyntaxNode node, SyntaxTreeContext context) =>
        DebugSettings.IsForDevelopment(node, context.File)
        || node.Ancestors().OfType<If>().Any(choice => choice.Test.DescendantsAndSelf().Any(part =>
            part is Expression expression && (expression.LastName() ?? expression.StringValue()) is { } name && DebugSettings.IsDevelopmentName(name)));

    private static string? NameOf(Expression target, SyntaxNode node, SyntaxTreeContext context) => target switch
    {
        Name { Identifier: var name } when IsUpper(name) && node.Parent is Module && DebugSettings.IsSettingsModule(context.File, context.Tree) => name,
        Name { Identifier: var name } when IsUpper(name) && node.Parent is ClassDef owner && DebugSettings.IsConfigurationClass(owner) => name,
        Subscript { Index: Constant { StringValue: { } key }, Value: Attribute { Name: "config" } } when IsUpper(key) => key,
        _ => null,
    };

    private static bool IsUpper(string name) => name.Length > 3 && name.All(c => char.IsUpper(c) || char.IsDigit(c) || c == '_');

    private static bool IsForProduction(SyntaxNode node, SyntaxTreeContext context, string name)
    {
        if (DebugSettings.IsForDevelopment(node, context.File)) return false;
        if (node.Ancestors().Any(ancestor => ancestor is If or Try || (ancestor is ClassDef owner && DebugSettings.IsDevelopmentName(owner.Name)))) return false;
        var module = (Module)node.Ancestors().Last();
        if (node.Parent is ClassDef { Name: var className })
            return !module.Body.OfType<ClassDef>().Any(other => other.Bases.Any(parent => parent.LastName() == className) && Assigns(other.Body, name));
        return !module.Body.SkipWhile(statement => statement != node).Skip(1).Any(later => Assigns(later.DescendantsInScope().OfType<Statement>().Prepend(later), name))
            && !StarImports.Of(context.Project).LayersOn(context.File).Any(layer => !DebugSettings.IsDevelopmentName(layer.Path) && Assigns(layer.Root.Body, name));
    }

    private static bool Assigns(IEnumerable<Statement> body, string name) =>
        body.Any(statement => statement is Assign assign && assign.Targets.Any(target => target is Name found && found.Identifier == name));
}
