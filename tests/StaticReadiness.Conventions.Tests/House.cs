namespace StaticReadiness.Conventions.Tests;

/// <summary>The source tree the tests read.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>The hand-written C# files below a folder, as paths relative to the root.</summary>
    public static IEnumerable<string> SourceFiles(params string[] folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "Generated"))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "StaticReadiness.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not run below the folder of StaticReadiness.sln");
    }
}
