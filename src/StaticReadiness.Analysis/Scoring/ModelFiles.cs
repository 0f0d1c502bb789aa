namespace StaticReadiness.Analysis.Scoring;

/// <summary>The files that the model the product ships is read from, for those who want to change it.</summary>
public static class ModelFiles
{
    private const string Folder = "model/";

    /// <summary>Name and text of each file, in ordinal order of the names.</summary>
    public static IEnumerable<(string Name, string Text)> ReadAll()
    {
        var assembly = typeof(ModelFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(static r => r.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[Folder.Length..], reader.ReadToEnd());
        }
    }
}
