using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.MiddlewareComposition;

/// <summary>Finds the ways in which one request handler obtains database sessions.</summary>
internal static class SessionSources
{
    private static readonly HashSet<string> SessionTypes =
        ["sqlalchemy.orm.Session", "sqlalchemy.ext.asyncio.AsyncSession", "sqlalchemy.orm.scoped_session", "sqlalchemy.ext.asyncio.async_scoped_session", "sqlmodel.Session", "sqlmodel.ext.asyncio.session.AsyncSession"];

    /// <summary>The ways, the first place of each.</summary>
    public static IEnumerable<SessionSource> Of(FunctionSymbol function, SemanticModel model)
    {
        if (function.Definition is not { } definition) return [];
        return Injected(function, model).Concat(Taken(definition, model)).DistinctBy(source => source.Key);
    }

    private static IEnumerable<SessionSource> Injected(FunctionSymbol function, SemanticModel model)
    {
        foreach (var parameter in function.Parameters)
        {
            if (parameter.Annotation is null || !IsSession(parameter.Annotation, model)) continue;
            yield return new SessionSource("injection", "injection", parameter.Node);
        }
    }

    private static IEnumerable<SessionSource> Taken(FunctionDef definition, SemanticModel model)
    {
        foreach (var node in definition.Body.DescendantsInScope())
        {
            if (node is Call call && call.Function.LastName() is { } name && IsOpening(name) && model.GetType(call) is { IsInstance: true } made && SessionTypes.Contains(made.QualifiedName))
                yield return new SessionSource(model.GetQualifiedName(call.Function) ?? Written(call), $"`{Written(call)}`", call.Function);
            else if (node is Python.Syntax.Attribute { Value: var receiver } && receiver is Name or Python.Syntax.Attribute && IsShared(receiver, model))
                yield return new SessionSource(model.GetQualifiedName(receiver) ?? receiver.LastName()!, $"the shared `{receiver.DottedName()}`", receiver);
        }
    }

    // A name that stands for the type: `Session`, `SessionLocal`, `async_session_maker`, `get_session`.
    private static bool IsOpening(string name) => IdentifierWords.Split(name).Any(word => word.Contains("session") || word is "db" or "database");

    private static string Written(Call call) => $"{call.Function.DottedName() ?? call.Function.LastName()}()";

    private static bool IsShared(Expression receiver, SemanticModel model)
    {
        if (receiver.LastName() is not { } name || !name.Contains("session", StringComparison.OrdinalIgnoreCase)) return false;
        if (receiver.DottedName() is not { } dotted || dotted.StartsWith("self.", StringComparison.Ordinal) || dotted.StartsWith("request.", StringComparison.Ordinal)) return false;
        if (receiver is Name variable && model.GetSymbol(variable) is { } symbol && symbol.Scope.Node is FunctionDef) return false;
        return model.GetType(receiver) is { IsInstance: true } type && SessionTypes.Contains(type.QualifiedName);
    }

    private static bool IsSession(Expression annotation, SemanticModel model) =>
        model.GetAnnotatedType(annotation) is { } type ? SessionTypes.Contains(type.QualifiedName)
            : model.ValueOf(annotation) is Subscript { Value: var generic, Index: Python.Syntax.Tuple { Elements: [var inner, ..] } } && generic.LastName() == "Annotated" && IsSession(inner, model);
}
