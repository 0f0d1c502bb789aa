using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.TestingCulture;

/// <summary>Reports tests that pass whatever the code under test answers.</summary>
public sealed class TestWithoutAssertion : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0605",
        "test-without-assertion",
        "A test asserts nothing",
        "`{0}` asserts nothing: it passes whatever the code answers",
        DiagnosticSeverity.Note,
        Precision.High,
        "testing-culture",
        "assertion-quality")
    {
        AppliesTo = FileRoles.Test,
        PeerIds = ["S2699"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterSyntaxNodeAction(Examine, SyntaxKind.FunctionDef);

    private static void Examine(SyntaxNodeContext context)
    {
        var function = (FunctionDef)context.Node;
        if (!TestFunctions.IsTest(function, context.File, context.Model) || TestFunctions.IsSkipped(function)) return;
        // What a test of a test tool collects is data.
        if (IsInExample(context.File.Directory)) return;
        context.Examined();
        if (Assertions.AreWritten(function)) return;
        // Many tests are meant to run to their end and no more; only what is asked for and dropped shows that a check is missing.
        var compares = DroppedResults.HasComparison(function);
        if (DroppedResults.IsOnlyNamed(function, context.Tree.Root) || (!compares && !DroppedResults.AreIn(function)) || Assertions.AreIn(function, context.Model)) return;
        context.Report(context.CreateDiagnostic(context.LocationOf(function.NameSpan), function.Name) with { Severity = compares ? DiagnosticSeverity.Warning : DiagnosticSeverity.Note });
    }

    private static bool IsInExample(string directory) =>
        directory.StartsWith("example", StringComparison.Ordinal) || directory.Contains("/example", StringComparison.Ordinal);
}
