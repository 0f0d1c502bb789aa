using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Reports documents that ask for another Python, or install another version of the package, than the manifests say.</summary>
public sealed class VersionMismatch : DiagnosticAnalyzer
{
    private static readonly string[] GuideStems = ["readme", "install", "getting", "quick", "contribut", "develop", "setup", "introduction", "intro", "requirement", "prerequisite", "hacking", "index", "claude", "agents", "user", "guide", "admin", "deploy"];

    private static readonly HashSet<string> OtherParts = ["plugin", "plugins", "integration", "integrations", "extension", "extensions", "ext", "example", "examples", "template", "templates", "client", "clients", "sdk", "sdks", "reference", "tutorials", "demo", "demos"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0707",
        "version-mismatch",
        "A document names another version than the manifest",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "documentation-freshness",
        "agrees-with-code");

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no document names a version that a manifest names too");
        var manifests = ProjectDependencies.Of(context.Project).Manifests;
        var admitting = manifests.Where(manifest => manifest.RequiresPython is not null).ToList();
        var released = manifests.Where(manifest => manifest is { ProjectName: not null, ProjectVersion: not null }).ToList();
        foreach (var document in ProjectDocuments.Of(context.Project).Current)
        {
            if (DocumentTense.IsOfAnotherTime(document.Path)) continue;
            if (IsAboutThisProject(document) && Nearest(admitting, document) is { } manifest && IsBeside(document, manifest) && LowestRelease(manifest) is { } lowest) ExaminePython(context, document, manifest, lowest);
            // A guide to installation shows how to ask for any version; the README shows the one to take.
            if (ReferenceEquals(document, ProjectDocuments.Of(context.Project).Readme))
                foreach (var command in document.CodeBlocks.SelectMany(block => block.Commands))
                    foreach (var word in command.Words) ExaminePackage(context, document, released, word.Text, word.Span);
        }
    }

    // Pages about plug-ins, integrations and examples ask for what those need.
    private static bool IsAboutThisProject(Document document)
    {
        var parts = document.Path.ToLowerInvariant().Split('/', '.', '-', '_');
        return parts.Any(part => GuideStems.Any(stem => part.StartsWith(stem, StringComparison.Ordinal))) && !parts.Any(OtherParts.Contains);
    }

    // The README of a package inside the project speaks of that package.
    private static bool IsBeside(Document document, Manifest manifest) =>
        !RepositoryPath.NameOf(document.Path).StartsWith("README", StringComparison.OrdinalIgnoreCase) || RepositoryPath.DirectoryOf(document.Path) is var folder && (folder is "" or ".github" or "docs" || folder == RepositoryPath.DirectoryOf(manifest.Path));

    private static void ExaminePython(ProjectContext context, Document document, Manifest manifest, PythonVersion lowest)
    {
        foreach (var (told, span) in PythonMentions.Find(document))
        {
            context.Examined();
            if (told.Major == lowest.Major && told.Minor == lowest.Minor) continue;
            if (DocumentTense.SpeaksOfAnotherTime(document, span)) continue;
            context.Report(new Location(document.Path, document.Text, span), $"Python {told} is asked for here, `{manifest.Path}` says `{manifest.RequiresPython}`");
        }
    }

    private static void ExaminePackage(ProjectContext context, Document document, List<Manifest> released, string word, TextSpan span)
    {
        var equals = word.IndexOf("==", StringComparison.Ordinal);
        if (equals <= 0 || !PythonVersion.TryParse(word.AsSpan(equals + 2), out var told)) return;
        var name = PackageName.Normalize(word[..equals].Split('[')[0]);
        var manifest = released.Find(candidate => PackageName.Normalize(candidate.ProjectName!) == name);
        if (manifest is null || !PythonVersion.TryParse(manifest.ProjectVersion!, out var current) || current.Major == 0 && current.Minor == 0) return;
        context.Examined();
        // The last patch is named late by everyone; another minor version is another program.
        if (told.Major == current.Major && told.Minor == current.Minor || told > current) return;
        context.Report(context.CreateDiagnostic(new Location(document.Path, document.Text, span), $"`{word}` is installed here, `{manifest.Path}` says version {manifest.ProjectVersion}") with { Severity = DiagnosticSeverity.Note });
    }

    /// <summary>The manifest of the folder a document lies in or of the nearest above it.</summary>
    private static Manifest? Nearest(List<Manifest> manifests, Document document)
    {
        var folder = RepositoryPath.DirectoryOf(document.Path);
        var above = manifests.Where(manifest => RepositoryPath.DirectoryOf(manifest.Path) is var at && (at.Length == 0 || at == folder || RepositoryPath.IsUnder(folder, at))).OrderByDescending(manifest => manifest.Path.Count(c => c == '/')).FirstOrDefault();
        // In a repository of one project below the root, the README at the top speaks of that project.
        return above ?? (manifests is [var only] ? only : null);
    }

    private static PythonVersion? LowestRelease(Manifest manifest) =>
        // Poetry's `^3.11` and `~3.11` begin at the version they name.
        VersionSpecifierSet.TryParse(manifest.RequiresPython is { } written && written[0] is '^' or '~' && written[1] != '=' ? $">={written[1..].Split(',', ' ', '|')[0]}" : manifest.RequiresPython, out var set)
            ? set.Clauses.Where(clause => clause.Operator is VersionOperator.GreaterOrEqual or VersionOperator.Compatible or VersionOperator.Equal && clause.Version is { Release.Length: >= 2 }).Select(clause => clause.Version).FirstOrDefault()
            : null;
}
