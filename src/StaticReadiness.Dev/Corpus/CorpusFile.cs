namespace StaticReadiness.Dev.Corpus;

/// <summary>Findings as lines of tab-separated fields.</summary>
internal static class CorpusFile
{
    public static void Write(string path, IEnumerable<CorpusFinding> findings) =>
        File.WriteAllLines(path, findings.Select(finding => string.Join(
            '\t', finding.Repository, finding.Rule, finding.Path, finding.Line, finding.Fingerprint, Clean(finding.Message), Clean(finding.Source))));

    public static List<CorpusFinding> Read(string path) =>
        [.. File.ReadLines(path).Select(line => line.Split('\t')).Select(fields => new CorpusFinding(fields[0], fields[1], fields[2], int.Parse(fields[3]), fields[4], fields[5], fields[6]))];

    private static string Clean(string text) => text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ');
}
