using StaticReadiness.Analyzers.Frameworks.Sites;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds the methods that CherryPy serves because a decorator of the project sets their <c>exposed</c>.</summary>
internal sealed class ExposedMethods(ProjectFacts facts)
{
    public IEnumerable<(FunctionSymbol Method, SiteFile File)> Find()
    {
        var decorators = facts.Files.SelectMany(file => file.Facts.ExposingDecorators.Select(file.FunctionAt)).OfType<FunctionSymbol>().Select(function => function.QualifiedName).ToHashSet();
        if (decorators.Count == 0) yield break;
        foreach (var file in facts.Files)
            foreach (var method in file.Module.Classes.SelectMany(@class => @class.Methods))
                if (method.Decorators.Any(decorators.Contains)) yield return (method, file);
    }

    /// <summary>Whether a function sets <c>exposed</c> on one of its parameters.</summary>
    public static bool IsExposing(FunctionDef function)
    {
        if (function.Parameters.Positional.IsEmpty) return false;
        foreach (var statement in function.Body)
            if (statement.Kind == SyntaxKind.Assign && statement is Assign { Targets: [Python.Syntax.Attribute { Name: "exposed", Value: Name target }] } assign && assign.Value.IsTrue() && IsParameter(target, function)) return true;
        return false;
    }

    private static bool IsParameter(Name name, FunctionDef function) => function.Parameters.Positional.Any(parameter => parameter.Name == name.Identifier);
}
