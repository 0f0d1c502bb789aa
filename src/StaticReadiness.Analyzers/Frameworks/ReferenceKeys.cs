using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Gives the variable an expression names a key that is the same in every file: a module variable its dotted name, a local one its place.</summary>
internal static class ReferenceKeys
{
    public static string? Of(Expression expression, SemanticModel model)
    {
        if (expression is not (Name or Python.Syntax.Attribute)) return null;
        if (model.GetQualifiedName(expression) is { } qualified) return qualified;
        return expression is Name name && model.GetSymbol(name) is { IsParameter: false } symbol && symbol.Scope.Node is FunctionDef function
            ? $"{model.Tree.Path}#{function.Start}:{symbol.Name}" : null;
    }

    /// <summary>The key of the variable that a value is put into, also through an annotated assignment or a <c>with</c> item.</summary>
    public static string? OfTarget(Expression value, SemanticModel model) => value.Parent switch
    {
        Assign { Targets: [var target, ..] } => Of(target, model),
        AnnAssign assign => Of(assign.Target, model),
        NamedExpression named => Of(named.Target, model),
        WithItem { Target: { } target } => Of(target, model),
        Await { Parent: { } } wait => OfTarget(wait, model),
        _ => null,
    };

    /// <summary>What the text of an expression's last name suggests: <c>app</c>, <c>users_bp</c>, <c>router</c>; Pyramid's is its <c>config</c>.</summary>
    public static bool LooksLikeApplication(Expression receiver, Framework framework) =>
        receiver.LastName() is { } name && IdentifierWords.Split(name)[^1] is var word
        && (framework.Id == "pyramid" ? word is "config" or "configurator" : word is "app" or "application" or "bp" or "blueprint" or "router" or "api" or "server" or "web" or "routes");
}
