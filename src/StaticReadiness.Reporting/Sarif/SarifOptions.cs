namespace StaticReadiness.Reporting.Sarif;

/// <summary>What the SARIF writer needs beside the report.</summary>
public sealed record SarifOptions
{
    /// <summary>Writes the proofs of met criteria as results of kind <c>pass</c>.</summary>
    public bool IncludePasses { get; init; }

    /// <summary>Gives the Markdown help page of a rule by its id; null where there is none.</summary>
    public Func<string, string?> HelpOf { get; init; } = static _ => null;
}
