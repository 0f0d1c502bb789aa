using StaticReadiness.Analysis;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>How many of a project's functions have type hints.</summary>
/// <param name="Public">The public functions and methods of application code.</param>
/// <param name="Typed">Those whose parameters, or whose result where there are none, all have hints.</param>
/// <param name="Hinted">All functions with any hint.</param>
internal sealed record TypedFunctions(int Public, int Typed, int Hinted)
{
    public static TypedFunctions Of(Project project) => project.GetFact(Count);

    private static TypedFunctions Count(Project project)
    {
        int open = 0, typed = 0, hinted = 0;
        var roles = project.Files.Files.Where(file => file.IsPython && file.Role == FileRoles.Application && !IsBundled(file.Path)).Select(file => file.Path).ToHashSet();
        foreach (var function in project.Compilation.Modules.Where(module => roles.Contains(module.Tree.Path)).SelectMany(module => module.Functions))
        {
            if (function.Definition is not { } definition) continue;
            var parameters = function.Parameters.Skip(function.IsMethod && !function.IsStaticMethod ? 1 : 0).ToList();
            if (definition.Returns is not null || parameters.Exists(parameter => parameter.Annotation is not null)) hinted++;
            if (function.Name.StartsWith('_') || function.ContainingFunction is not null) continue;
            open++;
            if (IsTyped(definition, parameters)) typed++;
        }

        return new TypedFunctions(open, typed, hinted);
    }

    // Applications that bring their dependencies along put them into a folder on the path.
    private static bool IsBundled(string path) => path.Split('/')[..^1].Any(folder => folder is "lib" or "libs" or "custom_libs");

    private static bool IsTyped(FunctionDef definition, List<ParameterSymbol> parameters) =>
        parameters.Count == 0 ? definition.Returns is not null : parameters.TrueForAll(parameter => parameter.Annotation is not null);
}
