using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Knowledge;

/// <summary>Reads the values that names stand for.</summary>
internal static class ValueExtensions
{
    /// <summary>What the only assignment of a name gives it; any other expression is itself.</summary>
    public static Expression ValueOf(this SemanticModel model, Expression expression)
    {
        for (var depth = 0; depth < 4 && expression is Name name; depth++)
        {
            if ((model.GetOriginalSymbol(name) ?? model.GetSymbol(name)?.Resolve())?.Bindings is not [var binding]) break;
            if (binding.Parent is Assign assign && assign.Targets.Contains(binding)) expression = assign.Value;
            else if (binding.Parent is AnnAssign { Value: { } value }) expression = value;
            else break;
        }

        return expression;
    }
}
