using System.Collections.Immutable;
using StaticReadiness.Python.Text;

namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>One finding of a rule, before suppressions and settings are applied. Users read "finding".</summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, Location Location, string Message)
{
    /// <summary>The severity of this finding, where facts (a locked version, a test file) change the rule's own.</summary>
    public DiagnosticSeverity Severity { get; init; } = Descriptor.Severity;

    /// <summary>The path that led to the finding, outermost first; empty for most rules.</summary>
    public ImmutableArray<CodeFlowStep> CodeFlow { get; init; } = [];

    /// <summary>Other places a reader needs to see, such as the first definition of a name.</summary>
    public ImmutableArray<CodeFlowStep> Related { get; init; } = [];

    /// <summary>Where findings of the rule come together: several with the same cause are reported as one. Null for most rules.</summary>
    public SharedCause? Cause { get; init; }

    /// <summary>How many of the places examined the finding stands for.</summary>
    public int Places { get; init; } = 1;

    /// <summary>Spans of the location's text that hold a secret: no writer shows their characters, in whatever finding's code frame they stand.</summary>
    public ImmutableArray<TextSpan> MaskedSpans { get; init; } = [];
}
