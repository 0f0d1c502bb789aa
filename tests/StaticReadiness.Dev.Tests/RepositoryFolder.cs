namespace StaticReadiness.Dev.Tests;

/// <summary>The folder of this repository, found from where the tests run.</summary>
internal static class RepositoryFolder
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "StaticReadiness.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("StaticReadiness.sln is in no folder above the tests");
    });

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root.Value, .. parts]);
}
