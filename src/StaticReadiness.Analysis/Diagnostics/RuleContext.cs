using System.Collections.Immutable;
using StaticReadiness.Python.Syntax;

namespace StaticReadiness.Analysis.Diagnostics;

/// <summary>What every action of a rule may do: count opportunities, report findings and proofs.</summary>
public abstract class RuleContext
{
    public abstract Project Project { get; }

    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Counts places that could have been wrong; a ratio criterion divides findings by them.</summary>
    public abstract void Examined(int opportunities = 1);

    /// <summary>Reports a finding; <paramref name="arguments"/> fill the descriptor's message format.</summary>
    public abstract void Report(Location location, params ReadOnlySpan<object> arguments);

    /// <summary>Reports a finding that carries a code flow, related places or its own severity.</summary>
    public abstract void Report(Diagnostic diagnostic);

    /// <summary>Records a green flag for a criterion such as <c>error-handling/boundary</c>.</summary>
    public abstract void Prove(string criterion, Location location, string message);

    /// <summary>Says that the project has nothing this rule is about. A finding or opportunity outweighs it.</summary>
    public abstract void NotApplicable(string reason);

    /// <summary>Says that the evidence is out of reach; the score's interval widens.</summary>
    public abstract void Unknown(string reason);

    /// <summary>The value the user gave an option of this rule, or its default.</summary>
    public abstract T GetOption<T>(RuleOption<T> option) where T : notnull;

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>A diagnostic of this rule, to be completed with <c>with</c> and reported.</summary>
    public Diagnostic CreateDiagnostic(Location location, params ReadOnlySpan<object> arguments) =>
        new(Descriptor, location, string.Format(System.Globalization.CultureInfo.InvariantCulture, Descriptor.MessageFormat, arguments));
}
