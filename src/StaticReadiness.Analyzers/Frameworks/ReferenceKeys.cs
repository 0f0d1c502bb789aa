using StaticReadiness.Analyzers.Frameworks.Sites;
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

    /// <inheritdoc cref="Of(Expression, SemanticModel)"/>
    public static string? Of(SiteValue value, SiteFile file) =>
        !value.IsNameOrAttribute ? null
        : file.GetQualifiedName(value) ?? (value is { Kind: SiteValueKind.Name, Binding: { Local: { } local, Form: not NameForm.Parameter } } ? $"{file.Path}#{local}" : null);

    /// <summary>What the text of an expression's last name suggests: <c>app</c>, <c>users_bp</c>, <c>router</c>; Pyramid's is its <c>config</c>.</summary>
    public static bool LooksLikeApplication(SiteValue receiver, Framework framework) =>
        receiver.LastName() is { } name && IdentifierWords.Split(name)[^1] is var word
        && (framework.Id == "pyramid" ? word is "config" or "configurator" : word is "app" or "application" or "bp" or "blueprint" or "router" or "api" or "server" or "web" or "routes");
}
