using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using Attribute = StaticReadiness.Python.Syntax.Attribute;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports cross-origin rules that let any site act with its visitors' cookies.</summary>
public sealed class PermissiveCors : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Names = ["CORSMiddleware", "CORSConfig", "CORS", "cors", "cross_origin", "ResourceOptions", "route_cors"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1302",
        "permissive-cors",
        "Any site may call the application with its visitors' cookies",
        "`{0}` lets any site read answers with the visitor's cookies",
        DiagnosticSeverity.Warning,
        Precision.High,
        "security",
        "csrf-cors-hosts")
    {
        Cwe = [942, 346],
        PeerIds = ["S5122"],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterSyntaxNodeAction(ExamineSetting, SyntaxKind.Assign);
        context.RegisterProjectAction(project => project.NotApplicable("no rules for cross-origin requests are set"));
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (!Names.Contains(call.Function.LastName() ?? "") && !(call.Arguments is [var first, ..] && first.LastName() == "CORSMiddleware")) return;
        if (call.Keywords.IsEmpty && call.Function.LastName() is "cors" or "CORS" && call.Arguments.Length != 1) return;
        context.Examined();
        var credentials = call.KeywordValue("allow_credentials") ?? call.KeywordValue("supports_credentials");
        if (credentials is null || !context.Model.ValueOf(credentials).IsTrue() || ProductionSettings.IsForDevelopment(call, context)) return;
        var origins = call.KeywordValue("allow_origins") ?? call.KeywordValue("origins") ?? call.KeywordValue("allow_origin") ?? call.KeywordValue("allow_origin_regex");
        // flask-cors allows any origin when it is told none, and answers with the visitor's own.
        if (origins is null && IsFlaskCors(call, context) && call.KeywordValue("resources") is null && !call.HasUnpacking() && !IsConfigured(context)) context.Report(call.Function, "supports_credentials=True");
        else if (origins is not null && IsAny(context.Model.ValueOf(origins))) context.Report(origins.Parent is Keyword keyword ? keyword : origins, Written(origins, context));
    }

    private static string Written(Expression origins, SyntaxNodeContext context) =>
        context.Tree.Text.ToString(origins.Parent!.Span) is var written && !written.Contains('\n') ? written : $"{(origins.Parent as Keyword)?.Name ?? "origins"}=[…]";

    // flask-cors takes what a call does not say from the application's configuration.
    private static bool IsConfigured(SyntaxNodeContext context) =>
        context.Project.Trees.Any(tree => tree.Text.Content.Contains("CORS_ORIGINS", StringComparison.Ordinal) || tree.Text.Content.Contains("CORS_RESOURCES", StringComparison.Ordinal));

    private static bool IsFlaskCors(Call call, SyntaxNodeContext context) => context.Model.GetQualifiedName(call.Function) is "flask_cors.CORS" or "flask_cors.cross_origin" or "flask_cors.extension.CORS";

    private static bool IsAny(Expression origins) =>
        origins.StringValue() is "*" or ".*" or "^.*$" or "https?://.*" || origins.Elements().Any(origin => origin.StringValue() is "*" or ".*");

    // django-cors-headers answers with the visitor's origin when all are allowed, so that the browser accepts the cookies.
    private static void ExamineSetting(SyntaxNodeContext context)
    {
        if (context.Node is not Assign { Targets: [Name { Identifier: "CORS_ALLOW_ALL_ORIGINS" or "CORS_ORIGIN_ALLOW_ALL" } or Subscript], Parent: Module module }) return;
        if (ProductionSettings.Read(context) is not ("CORS_ALLOW_ALL_ORIGINS" or "CORS_ORIGIN_ALLOW_ALL", { } value)) return;
        context.Examined();
        if (value.IsTrue() && module.Body.Any(statement => statement is Assign { Targets: [Name { Identifier: "CORS_ALLOW_CREDENTIALS" }], Value: var allowed } && allowed.IsTrue()))
            context.Report(context.Node, context.Tree.Text.ToString(context.Node.Span));
    }
}
