using System.Diagnostics;

namespace StaticReadiness.Reporting.Tests.Sarif;

/// <summary>The official SARIF validator, where one is installed: on the PATH or named by <c>SARIF_MULTITOOL</c>.</summary>
internal static class Multitool
{
    public static string? Path { get; } = Find();

    /// <summary>The lines of errors and warnings; notes are advice and left out.</summary>
    public static IReadOnlyList<string> Validate(string file)
    {
        using var process = Process.Start(new ProcessStartInfo(Path!, ["validate", file, "--rule-kind", "Sarif;Ghas"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.ShouldContain("Analysis completed successfully", customMessage: errors.GetAwaiter().GetResult());
        return [.. output.Split('\n').Where(static l => l.Contains(": error ") || l.Contains(": warning "))];
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("SARIF_MULTITOOL") is { Length: > 0 } named) return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return folders.SelectMany(static f => new[] { "sarif-multitool", "Sarif.Multitool" }.Select(n => System.IO.Path.Combine(f, n))).FirstOrDefault(File.Exists);
    }
}
