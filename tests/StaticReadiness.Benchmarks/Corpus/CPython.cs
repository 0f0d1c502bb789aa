using System.Diagnostics;
using System.Globalization;

namespace StaticReadiness.Benchmarks.Corpus;

/// <summary>Times CPython's <c>ast.parse</c> over the same files, inside its own process and after reading them, in processor time.</summary>
internal sealed record CPython(string Release, double Seconds, double SecondsWithoutCollector, HashSet<string> Refused)
{
    private const string Script = """
        import ast, gc, sys, time, warnings
        warnings.simplefilter("ignore")
        sys.setrecursionlimit(20000)
        sources, refused = [], []
        for path in sys.stdin.read().splitlines():
            with open(path, "rb") as file:
                source = file.read()
            try:
                ast.parse(source)
                sources.append(source)
            except Exception:
                refused.append(path)

        def run():
            start = time.process_time()
            for source in sources:
                ast.parse(source)
            return time.process_time() - start

        with_collector = min(run() for _ in range(2))
        gc.disable()
        without = min(run() for _ in range(2))
        print(sys.version.split()[0])
        print(with_collector)
        print(without)
        print(*refused, sep="\n")
        """;

    /// <summary>The measurement, or null when no Python is found.</summary>
    public static CPython? Measure(IEnumerable<string> paths)
    {
        if (FindPython() is not { } python) return null;
        var start = new ProcessStartInfo(python) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, ArgumentList = { "-c", Script } };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(string.Join('\n', paths));
        process.StandardInput.Close();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0 || lines.Length < 3) return null;
        return new CPython(lines[0], Number(lines[1]), Number(lines[2]), [.. lines.Skip(3)]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The Python named by the environment, else the newest that pyenv has, else the system's.</summary>
    private static string? FindPython()
    {
        if (Environment.GetEnvironmentVariable("PYTHON") is { Length: > 0 } named) return named;
        var versions = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pyenv", "versions");
        var newest = !Directory.Exists(versions) ? null : Directory.GetDirectories(versions)
            .Select(directory => (Path: Path.Combine(directory, "bin", "python3"), Version: System.Version.TryParse(Path.GetFileName(directory), out var v) ? v : new System.Version(0, 0)))
            .Where(found => File.Exists(found.Path)).OrderByDescending(found => found.Version).Select(found => found.Path).FirstOrDefault();
        return newest ?? new[] { "/usr/bin/python3", "/usr/local/bin/python3" }.FirstOrDefault(File.Exists);
    }
}
