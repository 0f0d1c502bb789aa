using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Finds the methods that CherryPy serves because a decorator of the project sets their <c>exposed</c>.</summary>
internal sealed class ExposedMethods(ProjectFacts facts)
{
    public IEnumerable<(FunctionSymbol Method, SemanticModel Model)> Find()
    {
        var decorators = facts.Files.SelectMany(file => file.ExposingDecorators).ToHashSet();
        if (decorators.Count == 0) yield break;
        var names = decorators.Select(decorator => decorator.Name).ToHashSet();
        foreach (var file in facts.Files)
            foreach (var method in file.Model.Module.Classes.SelectMany(@class => @class.Methods))
                if (method.Definition is { } definition && definition.Decorators.Any(decorator => Exposes(decorator, file.Model))) yield return (method, file.Model);

        bool Exposes(Expression decorator, SemanticModel model)
        {
            var function = decorator is Call call ? call.Function : decorator;
            return function.LastName() is { } name && names.Contains(name) && model.ResolveFunction(function) is { } found && decorators.Contains(found);
        }
    }

    /// <summary>Whether a function sets <c>exposed</c> on one of its parameters.</summary>
    public static bool IsExposing(FunctionDef function) =>
        function.Parameters.Positional.Length > 0 && function.Body.OfType<Assign>().Any(assign =>
            assign is { Targets: [Python.Syntax.Attribute { Name: "exposed", Value: Name target }] } && assign.Value.IsTrue() && function.Parameters.Positional.Any(parameter => parameter.Name == target.Identifier));
}
