using System.Collections.Frozen;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports environment variables used as flags or numbers without being converted: they are always text.</summary>
public sealed class MistypedEnvironmentValue : DiagnosticAnalyzer
{
    private static readonly FrozenSet<string> FlagWords = FrozenSet.Create(
        StringComparer.Ordinal, "debug", "enable", "enabled", "disable", "disabled", "use", "is", "allow", "verbose", "verify", "insecure", "testing", "skip", "flag", "should", "reload", "dry");

    private static readonly FrozenSet<string> FlagTexts = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "true", "false", "yes", "no", "on", "off", "0", "1");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0507",
        "mistyped-environment-value",
        "An environment variable is used as a flag or a number while it is text",
        "`{0}` is text: {1}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "configuration-management",
        "typed")
    {
        Cwe = [704],
        PeerIds = ["PLW1508", "W1508", "invalid-envvar-default"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Call, SyntaxKind.Subscript);
        context.RegisterProjectAction(static context => context.NotApplicable("no environment variable is read"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        if (EnvironmentRead.Of(context.Node, context.Model) is not { } read) return;
        context.Examined();
        if (SecretFiles.IsNamedForTests(context.File) || IsTestSettings(context.File)) return;
        // Gunicorn converts the settings of its own file.
        if (context.File.Name.StartsWith("gunicorn", StringComparison.Ordinal) && read.Node.Parent is Assign { Targets: [Name], Parent: Module }) return;
        if (Fault(read) is { } fault) context.Report(read.Node, read.Key ?? "…", fault);
    }

    private static bool IsTestSettings(RepositoryFile file) => IdentifierWords.Split(file.Path).Exists(word => word is "test" or "tests" or "testing") && IdentifierWords.Split(file.Name).Exists(word => word is "settings" or "config");

    private static string? Fault(EnvironmentRead read)
    {
        var isFlag = read.Default.IsTrue() || read.Default.IsFalse() || (read.Default.StringValue() is { } text ? FlagTexts.Contains(text) && !IsNumeric(text, read) : read.Key is { } key && IsNamedAsFlag(key));
        if (isFlag && IsTested(read.Node)) return "any value but an empty one counts as true, also `false` and `0`";
        if (!IsKept(read.Node)) return null;
        // `API_KEY = getenv("API_KEY", False)`: without one the value is false, and with one it is text as it should be.
        if (read.Default.IsFalse() && read.Key is { } secret && SecretNames.KindOf(secret) != SecretKind.None) return null;
        if (read.Default.IsTrue() || read.Default.IsFalse()) return "its default is a truth value, and once set it is a string, true even for `false`";
        if (read.Default is Constant { ConstantKind: ConstantKind.Integer or ConstantKind.Float } number && read.Node.Parent is not FormattedValue)
            return $"its default is the number {number.Text}, and once set it is a string";
        return null;
    }

    private static bool IsNumeric(string text, EnvironmentRead read) => text is "0" or "1" && !(read.Key is { } key && IsNamedAsFlag(key));

    private static bool IsNamedAsFlag(string key) => IdentifierWords.Split(key) is { Count: > 0 } words && (FlagWords.Contains(words[0]) || words[^1] is "enabled" or "disabled" or "debug" or "enable" or "disable" or "verbose");

    // `bool(read)`, `if read:`, `not read`, `read and …`, `x if read else y`.
    private static bool IsTested(Expression node) => node.Parent switch
    {
        Call { Function: Name { Identifier: "bool" } } => true,
        If branch => branch.Test == node,
        While loop => loop.Test == node,
        IfExp choice => choice.Test == node,
        UnaryOp { Operator: UnaryOperator.Not } => true,
        BoolOp { Operator: BoolOperator.And } => true,
        _ => false,
    };

    // Where the value goes as it is: into a variable nobody converts, an argument or a result.
    private static bool IsKept(Expression node) => node.Parent switch
    {
        Assign { Targets: [Name target] } => !IsConverted(target, node) && !IsInSettingsClass(node),
        Assign => true,
        AnnAssign => !IsInSettingsClass(node),
        // `add_argument("--port", type=int, default=…)` converts a default that is text.
        Keyword { Name: "default", Parent: Call typed } when typed.KeywordValue("type") is not null => false,
        Keyword { Parent: Call call } => call.Function.LastName() is not ("int" or "str" or "float" or "Field" or "dict"),
        Return => true,
        BinOp binary => binary.Operator is BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.Mult or BinaryOperator.Div && binary.Left is not Constant { ConstantKind: ConstantKind.String },
        _ => false,
    };

    // `PORT = os.getenv("PORT", 80)` and further down `int(PORT)`: any call that is given the variable, or a method of it, may convert it.
    private static bool IsConverted(Name target, Expression node)
    {
        SyntaxNode scope = node.EnclosingFunction() ?? node.Ancestors().Last();
        return scope.DescendantsAndSelf().Any(other => other is Name { Context: ExpressionContext.Load, Parent: Call or Python.Syntax.Attribute or Compare or FormattedValue or Keyword { Parent: Call { Function: Name { Identifier: "str" or "int" } } } } name && name.Identifier == target.Identifier);
    }

    // Settings classes of pydantic check and convert their fields' defaults.
    private static bool IsInSettingsClass(Expression node) =>
        node.FirstAncestor<ClassDef>() is { } owner && owner.Bases.Any(parent => parent.LastName() is { } name && (name.EndsWith("Settings", StringComparison.Ordinal) || name == "BaseModel"));
}
