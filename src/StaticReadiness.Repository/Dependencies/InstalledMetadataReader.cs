using System.Text;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Repository.Dependencies;

/// <summary>Reads METADATA, top_level.txt and RECORD of installed distributions (Core metadata; Recording installed projects). Links are never followed.</summary>
internal sealed class InstalledMetadataReader(string root, CancellationToken cancellation)
{
    private const int DistributionLimit = 2_000;
    private const int LengthLimit = 1024 * 1024;

    /// <summary>Whoever holds so many directories where a project begins is no project with an environment beside each.</summary>
    private const int DirectoryLimit = 200;

    private static readonly string[] EnvironmentNames = [".venv", "venv", "env"];

    private readonly List<(string Distribution, string Module)> provided = [];
    private int distributions;

    public InstalledDistributions Read(IEnumerable<string> directories)
    {
        foreach (var directory in directories.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(DirectoryLimit))
        {
            if (Descend(root, directory.Split('/', StringSplitOptions.RemoveEmptyEntries)) is not { } physical) continue;
            foreach (var name in EnvironmentNames)
                if (Descend(physical, [name]) is { } environment) ReadEnvironment(environment);
        }

        return provided.Count == 0 ? InstalledDistributions.None : new InstalledDistributions(provided);
    }

    private void ReadEnvironment(string environment)
    {
        if (Descend(environment, ["lib"]) is { } library)
        {
            foreach (var python in Items(library).Where(item => item.IsDirectory && item.Name.StartsWith("python3", StringComparison.Ordinal)))
                if (Descend(Path.Combine(library, python.Name), ["site-packages"]) is { } packages) ReadPackages(packages);
        }

        // Where Windows keeps them.
        if (Descend(environment, ["Lib", "site-packages"]) is { } flat) ReadPackages(flat);
    }

    private void ReadPackages(string packages)
    {
        foreach (var item in Items(packages).Where(item => item.IsDirectory && item.Name.EndsWith(".dist-info", StringComparison.Ordinal)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (distributions++ >= DistributionLimit) return;
            ReadDistribution(Path.Combine(packages, item.Name), item.Name);
        }
    }

    private void ReadDistribution(string directory, string directoryName)
    {
        var items = Items(directory);
        var written = Lines(directory, items, "METADATA").TakeWhile(line => line.Length > 0).FirstOrDefault(line => line.StartsWith("Name:", StringComparison.OrdinalIgnoreCase));
        var name = PackageName.Normalize(written is null ? directoryName.Split('-')[0] : written["Name:".Length..].Trim());
        var modules = Lines(directory, items, "RECORD").SelectMany(ModulesOf).ToHashSet(StringComparer.Ordinal);
        // RECORD tells the parts of a namespace apart, top_level.txt only names the namespace.
        if (modules.Count == 0) modules.UnionWith(Lines(directory, items, "top_level.txt").Select(line => line.Trim().Replace('/', '.')).Where(IsDottedName));
        foreach (var module in modules.Where(module => !Parents(module).Any(modules.Contains))) provided.Add((name, module));
    }

    /// <summary>What a line of RECORD can be imported by, so far down as namespaces shared by several distributions commonly go.</summary>
    private static IEnumerable<string> ModulesOf(string line)
    {
        var path = line[..(line.IndexOf(',') is var comma && comma < 0 ? line.Length : comma)];
        var extension = Path.GetExtension(path);
        if (extension is not (".py" or ".so" or ".pyd")) yield break;
        var parts = path.Split('/');
        parts[^1] = parts[^1].Split('.')[0];
        var module = string.Join('.', parts[^1] == "__init__" ? parts[..^1] : parts);
        if (!IsDottedName(module)) yield break;
        var levels = module.Count(c => c == '.') + 1;
        if (levels <= 2 || (levels == 3 && parts[^1] == "__init__")) yield return module;
    }

    private static IEnumerable<string> Parents(string module)
    {
        for (var dot = module.LastIndexOf('.'); dot > 0; dot = module.LastIndexOf('.', dot - 1)) yield return module[..dot];
    }

    private static bool IsDottedName(string text) =>
        text.Length > 0 && text.Split('.').All(part => part.Length > 0 && !char.IsAsciiDigit(part[0]) && part.All(c => char.IsLetterOrDigit(c) || c == '_'));

    private static string[] Lines(string directory, List<DirectoryItem> items, string name)
    {
        var item = items.Find(item => item.Name == name);
        if (item.Name != name || item.IsDirectory || item.IsLink || item.Length is 0 or > LengthLimit) return [];
        var read = new DiskFile(name, FileRoles.None, Path.Combine(directory, name), item.Length).ReadBytes();
        return read.TryGet(out var bytes) ? Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, LengthLimit)).ReplaceLineEndings("\n").Split('\n') : [];
    }

    /// <summary>The directory below another, step by step; null where a step is a link or missing.</summary>
    private static string? Descend(string from, string[] steps)
    {
        foreach (var step in steps)
        {
            var next = new DirectoryInfo(Path.Combine(from, step));
            if (!next.Exists || (next.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None) return null;
            from = next.FullName;
        }

        return from;
    }

    private static List<DirectoryItem> Items(string directory)
    {
        try
        {
            return DirectoryItem.List(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
