using StaticReadiness.Analysis.Settings;
using StaticReadiness.Repository.Evidence;

namespace StaticReadiness.Cli.Commands;

/// <summary>Reads the evidence file that the user names.</summary>
internal static class EvidenceLoader
{
    /// <summary>The facts of a file, checked.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    /// <exception cref="ConfigurationException">What stands in it is wrong.</exception>
    public static EvidenceFile Load(string path)
    {
        var evidence = EvidenceFile.Parse(InputFile.Read(path, path, "an evidence file"));
        return evidence.Errors.IsEmpty ? evidence : throw new ConfigurationException([.. evidence.Errors.Select(error => error.Describe(evidence.Text, path))]);
    }
}
