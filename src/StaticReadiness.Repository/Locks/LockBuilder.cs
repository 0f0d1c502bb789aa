using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Repository.Locks;

/// <summary>Collects the pins of one lock file.</summary>
internal sealed class LockBuilder(string path, SourceText text, LockKind kind)
{
    private readonly List<LockedPackage> packages = [];
    private readonly List<ManifestNotice> notices = [];
    private bool isRefused;

    public string Path => path;

    public SourceText Text => text;

    public string? FormatVersion { get; set; }

    public string? RequiresPython { get; set; }

    public string? ContentHash { get; set; }

    public void Add(LockedPackage package) => packages.Add(package);

    public void Notice(string message, TextSpan span) => notices.Add(ManifestNotice.At(message, path, text, span));

    /// <summary>Notices that no installer would take the file.</summary>
    public void Refuse(string message, TextSpan span)
    {
        isRefused = true;
        Notice($"{message}: the lock is not used", span);
    }

    public void AddErrors(IEnumerable<ConfigurationError> errors)
    {
        foreach (var error in errors) Notice(error.Message, error.Span);
    }

    /// <summary>The version of a pin; a text that is not PEP 440 is noticed and kept as text.</summary>
    public PythonVersion? ReadVersion(string version, TextSpan span)
    {
        if (PythonVersion.TryParse(version, out var parsed)) return parsed;
        if (version.Length > 0) Notice($"`{version}` is no PEP 440 version", span);
        return null;
    }

    public Marker? ReadMarker(ConfigurationNode? node)
    {
        if (node?.AsString() is not { Length: > 0 } marker) return null;
        var read = Marker.TryParse(marker, out var error);
        if (read is null) Notice($"`{marker}` is no environment marker: {error}", node.Span);
        return read;
    }

    public LockFile Build()
    {
        FillRequiredBy();
        return new LockFile
        {
            Path = path,
            Kind = kind,
            FormatVersion = FormatVersion,
            RequiresPython = RequiresPython,
            ContentHash = ContentHash,
            IsRefused = isRefused,
            Packages = [.. packages],
            Notices = [.. notices],
        };
    }

    private void FillRequiredBy()
    {
        var askers = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var package in packages)
        {
            foreach (var dependency in package.Dependencies)
            {
                if (!askers.TryGetValue(dependency, out var names)) askers[dependency] = names = new SortedSet<string>(StringComparer.Ordinal);
                names.Add(package.Name);
            }
        }

        foreach (var package in packages)
            if (package.RequiredBy.IsEmpty && askers.TryGetValue(package.Name, out var names)) package.RequiredBy = [.. names];
    }

    internal static ImmutableArray<string> Strings(ConfigurationNode? node) =>
        node is ConfigurationSequence list ? [.. list.Items.Select(item => item.AsString()).OfType<string>()] : [];
}
