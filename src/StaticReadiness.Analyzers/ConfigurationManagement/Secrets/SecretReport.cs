using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analyzers.ConfigurationManagement.Secrets;

/// <summary>Writes findings about credentials, masked, unless the words beside one say that it is none.</summary>
internal static class SecretReport
{
    public static void Write(SyntaxTreeContext context, Constant literal, string what, DiagnosticSeverity severity)
    {
        if (!SecretPlaces.IsCalledPublic(literal, context.Tree) && !SecretPlaces.IsCalledStandIn(literal)) Write((RuleContext)context, context.LocationOf(literal), what, severity);
    }

    public static void Write(ProjectContext context, Location location, string what, DiagnosticSeverity severity)
    {
        if (location.Text is not { } text || !SecretPlaces.IsCalledPublic(text, location.Span.Start)) Write((RuleContext)context, location, what, severity);
    }

    private static void Write(RuleContext context, Location location, string what, DiagnosticSeverity severity) =>
        context.Report(context.CreateDiagnostic(location, what) with { Severity = severity, MaskedSpans = [location.Span] });
}
