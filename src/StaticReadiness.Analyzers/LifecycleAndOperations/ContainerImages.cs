using System.Collections.Frozen;
using StaticReadiness.Analysis;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>The Dockerfiles that build a project's Python images for production.</summary>
internal static class ContainerImages
{
    /// <summary>Official images that start as root; of any other one only its publisher knows.</summary>
    private static readonly FrozenSet<string> RootImages =
        FrozenSet.Create("python", "pypy", "debian", "ubuntu", "alpine", "node", "buildpack-deps", "fedora", "centos", "rockylinux", "almalinux", "amazonlinux", "ghcr.io/astral-sh/uv", "tiangolo/uvicorn-gunicorn-fastapi", "tiangolo/uvicorn-gunicorn", "tiangolo/uwsgi-nginx-flask", "tiangolo/meinheld-gunicorn-flask", "continuumio/miniconda3", "condaforge/mambaforge", "condaforge/miniforge3", "nvidia/cuda", "pytorch/pytorch", "python-slim");

    public static IEnumerable<(RepositoryFile File, Dockerfile Dockerfile)> Of(Project project) =>
        project.Deployment.Dockerfiles.Where(found => found.Dockerfile.FinalStage is not null && !DevelopmentPaths.Contains(found.File.Path) && RunsPython(found.Dockerfile));

    public static bool StartsAsRoot(DockerStage stage) => RootImages.Contains(Repository(stage.BaseImage));

    /// <summary>The image without its tag and digest.</summary>
    public static string Repository(string image)
    {
        image = image.StartsWith("docker.io/", StringComparison.Ordinal) ? image[10..] : image;
        image = image.StartsWith("library/", StringComparison.Ordinal) ? image[8..] : image;
        var at = image.IndexOf('@');
        if (at >= 0) image = image[..at];
        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/') ? image[..colon] : image;
    }

    private static bool RunsPython(Dockerfile file) =>
        file.FinalStage is { } last && (NamesPython(last) || last.AllInstructions.Any(MentionsPython));

    private static bool NamesPython(DockerStage stage) =>
        Repository(stage.BaseImage).Split('/')[^1] is "python" or "pypy" or "uv" or "miniconda3" || stage.BaseImage.Contains("python", StringComparison.Ordinal) || stage.BaseImage.StartsWith("tiangolo/", StringComparison.Ordinal);

    private static bool MentionsPython(DockerInstruction instruction) => instruction.Commands.Any(command =>
        command.Words.Any(word => word.Text is "pip" or "pip3" or "uv" or "poetry" or "pipenv" or "gunicorn" or "uvicorn" or "celery" || word.Text.EndsWith("python", StringComparison.Ordinal) || word.Text.EndsWith("python3", StringComparison.Ordinal)));
}
