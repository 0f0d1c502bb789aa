using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.Security;

/// <summary>Reports applications that believe any <c>Host</c> header.</summary>
public sealed class WildcardHosts : DiagnosticAnalyzer
{
    private const int LinesAbove = 2;

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1311",
        "wildcard-hosts",
        "An application believes any Host header",
        "`{0}` lets requests name any host",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "security",
        "csrf-cors-hosts")
    {
        Cwe = [644, 20],
    };

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(ExamineSetting, SyntaxKind.Assign, SyntaxKind.AnnAssign);
        context.RegisterSyntaxNodeAction(ExamineCall, SyntaxKind.Call);
        context.RegisterProjectAction(project => project.NotApplicable("no list of allowed hosts is set"));
    }

    private static void ExamineSetting(SyntaxNodeContext context)
    {
        if (context.Node is Assign { Targets: not [Name { Identifier: "ALLOWED_HOSTS" } or Subscript] } or AnnAssign { Target: not Name { Identifier: "ALLOWED_HOSTS" } }) return;
        if (ProductionSettings.Read(context) is not ("ALLOWED_HOSTS", { } value) || DebugSettings.IsFilledFromEnvironment(context.Node, context.Model)) return;
        context.Examined();
        if (Wildcard(value) is not { } culprit) return;
        var finding = context.CreateDiagnostic(context.LocationOf(culprit), "ALLOWED_HOSTS");
        context.Report(IsExplained(context) ? finding with { Severity = DiagnosticSeverity.Note } : finding);
    }

    private static void ExamineCall(SyntaxNodeContext context)
    {
        var call = (Call)context.Node;
        if (call.KeywordValue("allowed_hosts") is not { } hosts) return;
        if (!call.Arguments.Append(call.Function).Any(part => part.LastName() is "TrustedHostMiddleware" or "AllowedHostsConfig" or "Litestar")) return;
        context.Examined();
        if (Wildcard(context.Model.ValueOf(hosts)) is not null) context.Report(hosts, "allowed_hosts");
    }

    // Whoever writes that a router in front picks the host, or that the deployment sets the list, has thought of it.
    private static bool IsExplained(SyntaxNodeContext context)
    {
        var line = context.Tree.Text.GetLineIndex(context.Node.Start);
        return context.Tree.Comments.Any(comment => line - context.Tree.Text.GetLineIndex(comment.Start) is >= 0 and <= LinesAbove
            && IdentifierWords.Split(context.Tree.Text.ToString(comment)) is { Count: > 3 } words && !words.Contains("https") && !IsOfTemplate(words) && !IsCode(context.Tree.Text.ToString(comment)));
    }

    // What `startproject` writes above DEBUG.
    private static bool IsOfTemplate(List<string> words) => words.Contains("debug") && words.Contains("production") && words.Contains("warning");

    // `#DEBUG_PROPAGATE_EXCEPTIONS = True`
    private static bool IsCode(string comment) => comment.TrimStart('#', ' ') is var text && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var end && text[..end].Trim().All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private static Expression? Wildcard(Expression hosts) => hosts.Elements().FirstOrDefault(host => host.StringValue() == "*");
}
