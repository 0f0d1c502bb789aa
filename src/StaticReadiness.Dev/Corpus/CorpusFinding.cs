namespace StaticReadiness.Dev.Corpus;

/// <summary>One finding in one repository, with its source line (secrets masked).</summary>
internal sealed record CorpusFinding(string Repository, string Rule, string Path, int Line, string Fingerprint, string Message, string Source)
{
    /// <summary>What makes it the same finding in another run.</summary>
    public (string Repository, string Rule, string Fingerprint) Key => (Repository, Rule, Fingerprint);
}
