using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Frameworks;

/// <summary>Reads the text of a path, also one that is put together of constants; a part that is computed becomes an ellipsis.</summary>
internal static class PathText
{
    public const string Unknown = "…";

    private const int Deepest = 8;

    public static string Of(Expression expression, SemanticModel model, ProjectFacts facts) => Of(expression, model, facts, 0);

    private static string Of(Expression expression, SemanticModel model, ProjectFacts facts, int depth)
    {
        if (depth == Deepest) return Unknown;
        var (value, valueModel) = facts.Resolve(expression, model);
        return value switch
        {
            Constant { StringValue: { } text } => text,
            JoinedStr joined => Join(joined.Values.Select(part => Of(part, valueModel, facts, depth + 1))),
            FormattedValue formatted => Of(formatted.Value, valueModel, facts, depth + 1),
            BinOp { Operator: BinaryOperator.Add } sum => Join([Of(sum.Left, valueModel, facts, depth + 1), Of(sum.Right, valueModel, facts, depth + 1)]),
            Call { Arguments: [var given] } call when GivesBack(call, valueModel) => Of(given, valueModel, facts, depth + 1),
            _ => Unknown,
        };
    }

    private static string Join(IEnumerable<string> parts) => string.Concat(parts).Replace(Unknown + Unknown, Unknown, StringComparison.Ordinal);

    // `def scoped(rule): if settings.MANY: return "/<org>" + rule; return rule` gives the rule back unless it is told otherwise.
    private static bool GivesBack(Call call, SemanticModel model) =>
        model.ResolveFunction(call.Function)?.Definition is { Parameters.Positional: [var first, ..], Body: [.., Return { Value: Name result }] } && result.Identifier == first.Name;
}
