using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.DependencyHygiene;

/// <summary>Reports images that are built from whatever is newest: base images without a tag, packages without a version.</summary>
public sealed class UnpinnedInstallInImage : DiagnosticAnalyzer
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR0313",
        "unpinned-install-in-image",
        "An image is built from whatever is newest",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.Medium,
        "dependency-hygiene",
        "pinning")
    {
        Cwe = [1357],
        PeerIds = ["DL3006", "DL3007", "DL3013"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no image is built");
        ExamineServices(context);
        // A base of another file's stage is handed over by the builder: `contexts = { deps = "target:deps" }` of a bake file.
        var stages = context.Project.Whole.Deployment.Dockerfiles.SelectMany(found => found.Dockerfile.Stages).Select(stage => stage.Name).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, file) in DockerCommands.Files(context.Project))
            foreach (var stage in file.Stages.Where(stage => !stages.Contains(stage.Image))) ExamineBase(context, stage, new Location(path, file.Text, stage.From.Span));
        foreach (var (path, text, command) in DockerCommands.Of(context.Project))
            foreach (var install in PipCommandReader.Read(command.Text, path, command.Span, DependencyGroup.Runtime))
                ExamineInstall(context, install, command, path, text);
    }

    // What a service runs beside the application changes with the next pull as well.
    private static void ExamineServices(ProjectContext context)
    {
        // What the repository builds itself changes with its own code.
        var built = context.Project.Whole.Deployment.ComposeFiles.SelectMany(found => found.Compose.Services).Where(service => service.BuildContext is not null && service.Image is not null).Select(service => RepositoryOf(service.Image!)).ToHashSet();
        var own = context.Project.Whole.Dependencies.Manifests.Select(manifest => manifest.ProjectName).OfType<string>().Select(PackageName.Normalize).ToHashSet();
        var title = TitleOf(context.Project);
        foreach (var (file, compose) in context.Project.Deployment.ComposeFiles.Where(found => !DockerCommands.IsAside(found.File.Path)))
        {
            foreach (var service in compose.Services.Where(service => service.BuildContext is null && service.Image is { Length: > 0 } image && !image.Contains('$') && !built.Contains(RepositoryOf(image)) && !own.Any(name => IsOwn(image, name)) && !IsNamedAfter(image, title)))
            {
                context.Examined();
                if (FloatingTag(service.Image!) is not { } fault) continue;
                var location = new Location(file.Path, compose.Text, service.Definition["image"]!.Span);
                context.Report(context.CreateDiagnostic(location, $"the image `{service.Image}` of the service `{service.Name}` {fault}") with { Severity = DiagnosticSeverity.Note });
            }
        }
    }

    private static string RepositoryOf(string image)
    {
        var end = image.IndexOf(':', image.LastIndexOf('/') + 1);
        return end < 0 ? image : image[..end];
    }

    // matrixdotorg/synapse is the image of matrix-synapse, djangohelpdesk/standalone that of django-helpdesk.
    private static bool IsOwn(string image, string project)
    {
        const int telling = 5;
        var parts = RepositoryOf(image).Split('/');
        var joined = project.Replace("-", "", StringComparison.Ordinal);
        return parts.Any(part => PackageName.Normalize(part).Replace("-", "", StringComparison.Ordinal) == joined)
            || (parts.Length > 1 && parts[^1].Length >= telling && PackageName.Normalize(parts[^1]) == project[(project.LastIndexOf('-') + 1)..]);
    }

    // bbilly1/tubearchivist-es, where the read-me's first lines say "Tube Archivist".
    private static bool IsNamedAfter(string image, string title)
    {
        const int telling = 6;
        var parts = RepositoryOf(image).Split('/');
        var first = parts[^1].Split('-')[0];
        return parts.Length > 1 && first.Length >= telling && title.Contains(first, StringComparison.OrdinalIgnoreCase);
    }

    private static string TitleOf(Project project)
    {
        const int lines = 5;
        var readMe = project.Whole.Files.Files.FirstOrDefault(file => file.Directory.Length == 0 && file.Name.StartsWith("README", StringComparison.OrdinalIgnoreCase))?.ReadText().ValueOrDefault()?.Content ?? "";
        return string.Concat(string.Join('\n', readMe.Split('\n').Where(line => line.Trim().Length > 0).Take(lines)).Where(c => char.IsLetterOrDigit(c) || c == '\n'));
    }

    private static string? FloatingTag(string image)
    {
        // A name of its own and of no registry's is one that was built beside it: veda-http.
        if (image.Contains('@') || (!image.Contains('/') && !image.Contains(':') && image.Contains('-'))) return null;
        var name = image[(image.LastIndexOf('/') + 1)..];
        return !name.Contains(':') ? "has no tag" : name.EndsWith(":latest", StringComparison.Ordinal) ? "is whatever was pushed last" : null;
    }

    private static void ExamineBase(ProjectContext context, DockerStage stage, Location location)
    {
        // Who takes the base as an argument leaves the choice to whoever builds.
        if (stage.Parent is not null || !stage.IsImageKnown || stage.Image is "scratch" or "" || location.Text?.Slice(location.Span).Contains("$", StringComparison.Ordinal) == true) return;
        context.Examined();
        if (FloatingTag(stage.Image) is { } fault) context.Report(location, $"the base image `{stage.Image}` {fault}");
    }

    private static void ExamineInstall(ProjectContext context, PipInstall install, ShellCommand command, string path, SourceText text)
    {
        // A constraints file, a local folder of packages or a resolver's own lock settles the versions.
        if (!install.ConstraintFiles.IsEmpty || install.HasOption("--no-index") || install.HasOption("--constraint") || install.Program is "poetry" or "pdm" or "uv" || command.Program is "echo" or "printf") return;
        // What is installed together with tools for tests is for an image that somebody debugs.
        if (install.Dependencies.Any(dependency => DevelopmentTools.Contains(dependency.Name))) return;
        foreach (var dependency in install.Dependencies)
        {
            if (dependency.Source.Kind != DependencySourceKind.Index || ProjectDependencies.IsInstaller(dependency.Name) || ProjectDependencies.Of(context.Project).IsOwnPackage(dependency.Name)) continue;
            context.Examined();
            if (dependency.Constraint.HasUpperBound && !dependency.Constraint.IsUnconstrained) continue;
            if (WordOf(command, dependency.Name) is { HasExpansion: false } word) context.Report(new Location(path, text, word.Span), $"`{dependency.Name}` is installed into the image in whatever version is newest");
        }
    }

    private static ShellWord? WordOf(ShellCommand command, string name)
    {
        foreach (var word in command.Words)
        {
            var end = word.Text.AsSpan().IndexOfAny("=<>!~[; @");
            if (PackageName.Normalize(end < 0 ? word.Text : word.Text[..end]) == name) return word;
        }

        return null;
    }
}
