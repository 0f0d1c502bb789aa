using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analysis.Tests;

/// <summary>A rule that reports every <c>assert</c>, with each one an opportunity.</summary>
internal sealed class AssertRule : DiagnosticAnalyzer
{
    public static RuleOption<int> Limit { get; } = new("limit", 0, "How many asserts are fine");

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0411", "assert-as-check", "An assert checks", "`assert` checks", DiagnosticSeverity.Warning, Precision.High, "debugging-ergonomics", "messages")
    {
        PeerIds = ["S101", "B101"],
        Options = [Limit],
    };

    public override void Initialize(AnalysisContext context) =>
        context.RegisterSyntaxNodeAction(
            node =>
            {
                node.Examined();
                if (node.GetOption(Limit) == 0) node.Report(node.Node);
            },
            SyntaxKind.Assert);
}

/// <summary>A rule that does what a test tells it to.</summary>
internal sealed class ScriptedRule(DiagnosticDescriptor descriptor, Action<AnalysisContext> initialize) : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor => descriptor;

    public static ScriptedRule New(string id, string name, Action<AnalysisContext> initialize) => new(
        new DiagnosticDescriptor(id, name, name, "{0}", DiagnosticSeverity.Warning, Precision.High, "error-handling", "no-swallowing"),
        initialize);

    public override void Initialize(AnalysisContext context) => initialize(context);
}
