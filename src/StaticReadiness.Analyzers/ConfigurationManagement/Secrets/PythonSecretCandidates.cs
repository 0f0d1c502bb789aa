using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Finds the names that Python code gives its values: assignments, keywords, dictionary keys, parameter defaults and comparisons.</summary>
internal static class PythonSecretCandidates
{
    public static readonly SyntaxKind[] Kinds =
        [SyntaxKind.Assign, SyntaxKind.AnnAssign, SyntaxKind.Keyword, SyntaxKind.Dict, SyntaxKind.Parameter, SyntaxKind.Compare];

    /// <summary>The name and value pairs a node makes.</summary>
    public static IEnumerable<(string Name, Expression Value)> Of(SyntaxNode node)
    {
        switch (node)
        {
            case Assign assign:
                foreach (var target in assign.Targets)
                    if (NameOf(target) is { } name) yield return (name, assign.Value);
                break;
            case AnnAssign { Value: { } value } assign when NameOf(assign.Target) is { } name:
                yield return (name, value);
                break;
            case Keyword { Name: { } name } keyword:
                yield return (name, keyword.Value);
                break;
            case Parameter { Default: { } value } parameter:
                yield return (parameter.Name, value);
                break;
            case Dict dict:
                for (var i = 0; i < dict.Keys.Length; i++)
                    if (dict.Keys[i].StringValue() is { } key) yield return (key, dict.Values[i]);
                break;
            case Compare { Operators: [ComparisonOperator.Eq or ComparisonOperator.NotEq] } compare when NameOf(compare.Left) is { } name:
                yield return (name, compare.Comparators[0]);
                break;
        }
    }

    /// <summary>The literals a value can be; a fallback is one that stands behind another source, such as the default of <c>getenv</c>.</summary>
    public static IEnumerable<(Constant Literal, bool IsFallback)> Literals(Expression value) => value switch
    {
        Constant { ConstantKind: ConstantKind.String or ConstantKind.Bytes } constant => [(constant, false)],
        IfExp choice => Literals(choice.Body).Concat(Literals(choice.OrElse)).Select(pair => (pair.Literal, true)),
        BoolOp either => either.Values.SelectMany(Literals).Select(pair => (pair.Literal, true)),
        Call { Arguments: [Constant { ConstantKind: ConstantKind.String or ConstantKind.Bytes } only] } wrapper
            when wrapper.Function.LastName() is "SecretStr" or "SecretBytes" or "Secret" => [(only, false)],
        Call { Arguments: [_, var fallback, ..] } read when IsEnvironmentRead(read) => Literals(fallback).Select(pair => (pair.Literal, true)),
        Call read when IsEnvironmentRead(read) && read.KeywordValue("default") is { } fallback => Literals(fallback).Select(pair => (pair.Literal, true)),
        _ => [],
    };

    /// <summary>Whether an expression reads its value from outside the code.</summary>
    public static bool ReadsEnvironment(Expression value) => value switch
    {
        Call call => IsEnvironmentRead(call),
        Subscript { Value: var source } => source.LastName() is "environ" or "secrets" or "env",
        BoolOp either => either.Values.Any(ReadsEnvironment),
        IfExp choice => ReadsEnvironment(choice.Body) || ReadsEnvironment(choice.OrElse),
        _ => false,
    };

    private static bool IsEnvironmentRead(Call call) => call.Function.DottedName() is { } dotted
        && (call.Function.LastName() is "getenv" or "config" or "env" or "get_secret" or "get_secret_value" or "read_secret"
            || dotted.Contains("environ") || dotted.StartsWith("env.", StringComparison.Ordinal) || dotted.StartsWith("config.", StringComparison.Ordinal)
            || dotted.StartsWith("settings.", StringComparison.Ordinal) || dotted.EndsWith("keyring.get_password", StringComparison.Ordinal));

    private static string? NameOf(Expression target) => target switch
    {
        Name or Attribute => target.LastName(),
        Subscript { Index: Constant { StringValue: { } key } } => key,
        _ => null,
    };
}
