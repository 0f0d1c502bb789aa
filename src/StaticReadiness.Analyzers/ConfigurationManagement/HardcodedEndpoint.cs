using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ConfigurationManagement;

/// <summary>Reports addresses of one machine or one network, and paths in somebody's home, in application code.</summary>
public sealed class HardcodedEndpoint : DiagnosticAnalyzer
{
    private static readonly FrozenSet<string> SettingCalls = FrozenSet.Create(
        StringComparer.Ordinal, "getenv", "get", "setdefault", "config", "env", "str", "url", "Field", "field", "Option", "Argument", "add_argument", "define", "option", "get_env", "getattr", "pop", "HttpUrl", "AnyUrl", "Query", "Body", "Path", "Form", "Unicode", "startswith", "endswith", "replace", "compile", "match", "CharField", "StringField", "URLField");

    private static readonly FrozenSet<string> ExplainingKeywords = FrozenSet.Create(
        StringComparer.Ordinal, "default", "example", "examples", "description", "help", "help_text", "placeholder", "title", "json_schema_extra", "summary", "epilog", "doc", "allow_origins", "allow_origin_regex", "origins");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0511",
        "hardcoded-endpoint",
        "An address or path of one machine stands in the code",
        "`{0}` names {1}",
        DiagnosticSeverity.Note,
        Precision.Preview,
        "configuration-management",
        "externalised")
    {
        Cwe = [547],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(Examine, SyntaxKind.Constant);
        context.RegisterProjectAction(static context => context.NotApplicable("no address stands in the code"));
    }

    private static void Examine(SyntaxNodeContext context)
    {
        var literal = (Constant)context.Node;
        if (literal.StringValue is not { Length: > 6 and < 300 } text || context.Project.Kind is ProjectKind.Library or ProjectKind.Framework or ProjectKind.Script) return;
        var isUrl = text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal);
        if (!isUrl && text[0] is not ('/' or 'C' or 'D') || literal.Parent is ExpressionStatement) return;
        if (isUrl) context.Examined();
        if (MachineAddress.Describe(text) is not { } what || IsSetting(literal, context)) return;
        if (!isUrl) context.Examined();
        context.Report(literal, text.Length <= 60 ? text : text[..57] + "…", what);
    }

    // A default that the environment overrides, a parameter's default, a settings field, an example, or what a command or a test says.
    private static bool IsSetting(Constant literal, SyntaxNodeContext context)
    {
        if (ConfigurationModules.Contains(context.File) || DebugSettings.IsForDevelopment(literal, context.File) || SecretFiles.IsNamedForTests(context.File)) return true;
        foreach (var node in literal.Ancestors())
        {
            if (node is Parameter or Compare or BoolOp or IfExp or Dict or ExceptHandler or Raise) return true;
            if (node is Keyword { Name: { } name } && ExplainingKeywords.Contains(name)) return true;
            if (node is Call call && (call.Function.LastName() is { } called && SettingCalls.Contains(called) && !(called == "get" && call.Arguments is [var first, ..] && first.Span.Contains(literal.Start)) || LogCalls.LevelOf(call, context.Model) is not null || call.Function is Name { Identifier: "print" })) return true;
            if (node is AnnAssign { Parent: ClassDef } or Assign { Parent: ClassDef }) return true;
            if (node is Assign { Targets: [var target] } && target.LastName() is { } variable && IdentifierWords.Split(variable).Any(word => word is "default" or "defaults" or "example" or "allowed" or "origins" or "hosts" or "regex" or "pattern")) return true;
            if (node is If guard && guard.Test.DescendantsAndSelf().Any(inner => inner is Name or Python.Syntax.Attribute && IdentifierWords.Split(((Expression)inner).LastName()!).Any(word => word is "debug" or "dev" or "development" or "local" or "testing" or "env" or "environment" or "production" or "prod" or "docker"))) return true;
        }

        return literal.IsUnderMainGuard() || CommandLineCode.IsScript(context.Tree, context.File);
    }
}
