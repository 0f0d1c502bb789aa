using System.Collections.Frozen;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.DebuggingErgonomics;

/// <summary>Reports secrets and whole request bodies that are written to a log.</summary>
public sealed class SensitiveDataLogged : DiagnosticAnalyzer
{
    private static readonly FrozenSet<string> BodyNames = FrozenSet.Create(StringComparer.Ordinal, "body", "POST", "form", "headers", "cookies", "COOKIES", "META");

    // Words that also name harmless things: a parser's token, a cache's key, a page's token.
    private static readonly FrozenSet<string> Ambiguous = FrozenSet.Create(StringComparer.Ordinal, "token", "key", "pass", "secret", "auth", "pwd");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0410",
        "sensitive-data-logged",
        "A secret is written to a log",
        "`{0}` is written to {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "debugging-ergonomics",
        "no-leftovers")
    {
        Cwe = [532],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call);
        context.RegisterProjectAction(static context => context.NotApplicable("nothing is logged"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        var isPrint = call.Function is Name { Identifier: "print" };
        if (!isPrint && LogCalls.LevelOf(call, context.Model) is null) return;
        context.Examined();
        if (SecretFiles.IsNamedForTests(context.File) || IsRejected(call)) return;
        foreach (var argument in call.Arguments)
            foreach (var (value, written) in Values(argument))
                context.Report(value, written, isPrint ? "standard output" : "a log");
    }

    // A key that nothing knows opens nothing.
    private static bool IsRejected(Call call) =>
        call.FirstAncestor<ExceptHandler>()?.Type.LastName() is { } caught && (caught.EndsWith("DoesNotExist", StringComparison.Ordinal) || caught.EndsWith("NotFound", StringComparison.Ordinal) || caught is "NoResultFound");

    // What is printed as it is: names, attributes, items and what f-strings, `%` and `format` put in; any other call changes it.
    private static IEnumerable<(Expression Value, string Written)> Values(Expression argument)
    {
        switch (argument)
        {
            case Name or Attribute:
                if (Written(argument) is { } name) yield return (argument, name);
                break;
            case Subscript { Index: Constant { StringValue: { } key } } when IsSecret(key):
                yield return (argument, key);
                break;
            case JoinedStr text:
                foreach (var field in text.Values.OfType<FormattedValue>())
                    foreach (var found in Values(field.Value)) yield return found;
                break;
            case BinOp { Operator: BinaryOperator.Mod or BinaryOperator.Add } operation:
                foreach (var found in Values(operation.Left).Concat(Values(operation.Right))) yield return found;
                break;
            case Python.Syntax.Tuple tuple:
                foreach (var found in tuple.Elements.SelectMany(Values)) yield return found;
                break;
            case Call { Function: Attribute { Name: "format", Value: Constant } } format:
                foreach (var found in format.Arguments.Concat(format.Keywords.Select(keyword => keyword.Value)).SelectMany(Values)) yield return found;
                break;
            case Call { Function: Attribute { Name: "get_secret_value", Value: var secret } }:
                yield return (argument, secret.LastName() ?? "…");
                break;
        }
    }

    private static string? Written(Expression value) => value switch
    {
        Attribute { Value: var owner } attribute when BodyNames.Contains(attribute.Name) && owner.LastName() is "request" => value.DottedName(),
        Name or Attribute when IsSecret(value.LastName()!) => value.DottedName() ?? value.LastName(),
        _ => null,
    };

    private static bool IsSecret(string name)
    {
        if (SecretNames.KindOf(name) == SecretKind.None || Ambiguous.Contains(name.Trim('_').ToLowerInvariant())) return false;
        var words = IdentifierWords.Split(name);
        return !words.Any(word => word is "orm" or "log" or "safe" or "short" or "hidden" or "masked" or "redacted" or "encrypted" or "hashed" or "has" or "is" or "no" or "missing" or "path" or "file" or "name" or "type" or "num" or "count" or "max" or "min" or "total" or "prefix" or "field" or "id" or "unused" or "public" or "fake");
    }
}
