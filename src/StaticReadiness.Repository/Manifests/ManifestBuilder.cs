using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Dependencies;

namespace StaticReadiness.Repository.Manifests;

/// <summary>Collects what a reader finds in one file.</summary>
internal sealed class ManifestBuilder(string path, SourceText text, ManifestKind kind)
{
    public string Path => path;

    public SourceText Text => text;

    public string? ProjectName { get; set; }

    public string? ProjectVersion { get; set; }

    public string? RequiresPython { get; set; }

    public List<string> Dynamic { get; } = [];

    public List<DeclaredDependency> Dependencies { get; } = [];

    public List<ManifestOption> Options { get; } = [];

    public List<ManifestInclude> Includes { get; } = [];

    public List<string> WorkspaceMembers { get; } = [];

    public List<string> Tools { get; } = [];

    public List<ManifestNotice> Notices { get; } = [];

    public void Notice(string message, TextSpan span) => Notices.Add(ManifestNotice.At(message, path, text, span));

    public void AddErrors(IEnumerable<ConfigurationError> errors)
    {
        foreach (var error in errors) Notice(error.Message, error.Span);
    }

    /// <summary>Adds a PEP 508 requirement, or a notice that says why it is none.</summary>
    public void AddRequirement(string requirement, DependencyGroup group, TextSpan span, Func<DeclaredDependency, DeclaredDependency>? adapt = null)
    {
        if (Requirement.TryParse(requirement, out var parsed, out var error))
        {
            var declared = DeclaredDependency.From(parsed, group, path, span);
            Dependencies.Add(adapt is null ? declared : adapt(declared));
        }
        else Notice($"`{requirement}` is no requirement: {error.Message}", span);
    }

    /// <summary>Adds each string of a list as a requirement; anything else in it is noticed.</summary>
    public void AddRequirements(ConfigurationNode? node, DependencyGroup group)
    {
        if (node is null) return;
        if (node is not ConfigurationSequence list)
        {
            Notice("a list of requirements is expected", node.Span);
            return;
        }

        foreach (var item in list.Items)
        {
            if (item.AsString() is { } requirement) AddRequirement(requirement, group, item.Span);
            else Notice("a requirement in quotes is expected", item.Span);
        }
    }

    public Manifest Build() => new()
    {
        Path = path,
        Kind = kind,
        ProjectName = ProjectName,
        ProjectVersion = ProjectVersion,
        RequiresPython = RequiresPython,
        Dynamic = [.. Dynamic],
        Dependencies = [.. Dependencies],
        Options = [.. Options],
        Includes = [.. Includes],
        WorkspaceMembers = [.. WorkspaceMembers],
        Tools = [.. Tools],
        Notices = [.. Notices],
    };
}
