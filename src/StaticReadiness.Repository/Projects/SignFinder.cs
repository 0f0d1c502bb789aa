using System.Collections.Immutable;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Dependencies;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Manifests;
using StaticReadiness.Repository.Pipelines;
using StaticReadiness.Repository.Shell;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Projects;

/// <summary>Collects the signs of what each project is for.</summary>
internal sealed class SignFinder(RepositoryFiles files, DependencyModel dependencies, Deployment deployment, PipelineFiles pipelines, IReadOnlyCollection<string> roots)
{
    private static readonly HashSet<string> CommandLineLibraries = ["click", "typer", "docopt", "docopt-ng", "fire", "cleo", "cyclopts", "rich-click", "cliff", "cement", "plac", "knack", "textual"];

    private static readonly HashSet<string> Servers =
    [
        "gunicorn", "uvicorn", "hypercorn", "daphne", "uwsgi", "waitress-serve", "granian", "celery", "flask", "fastapi", "sanic", "litestar", "quart", "streamlit", "rq", "dramatiq", "huey_consumer", "arq",
        "pserve", "mod_wsgi-express", "unicorn", "supervisord", "circusd", "twistd", "airflow", "mlflow",
    ];

    private static readonly string[] PlatformFiles =
    [
        "fly.toml", "render.yaml", "serverless.yml", "serverless.yaml", "zappa_settings.json", "vercel.json", "railway.json", "railway.toml", ".platform.app.yaml", "samconfig.toml", "langgraph.json", "app.json", "captain-definition",
        "gunicorn.conf.py", "gunicorn_conf.py", "uwsgi.ini",
    ];

    public ProjectOutline Describe(string root)
    {
        var own = dependencies.Manifests.Where(m => RootOf(m.Path) == root && ProjectRoots.IsInPlace(files, m.Path)).ToList();
        var collected = new SignCollector();
        // a package's manifest further down is that of a copy or a recipe
        AddMetadata([.. own.Where(m => m.Kind is not (ManifestKind.Pyproject or ManifestKind.SetupPy or ManifestKind.SetupCfg) || RepositoryPath.DirectoryOf(m.Path) == root)], collected);
        AddDeployment(root, collected);
        if (pipelines.Commands.Any(c => c.Commands.Any(IsUpload)) || pipelines.Actions.Any(a => a.Name.EndsWith("pypi-publish", StringComparison.Ordinal)))
            collected.Add(ProjectSigns.Published, "a pipeline uploads it to a package index");
        if (files.TryGet(Join(root, "manage.py")) is { } manage && manage.ReadText().TryGet(out var text) && text.Content.Contains("django", StringComparison.OrdinalIgnoreCase)) collected.Add(ProjectSigns.DjangoProject, "it has a manage.py");
        AddNotebooks(root, collected);
        var name = own.Where(m => RepositoryPath.DirectoryOf(m.Path) == root).Select(m => m.ProjectName).FirstOrDefault(n => n is not null);
        return new ProjectOutline(root, name, [.. own.Select(m => m.Path)], collected.Signs, [.. collected.Evidence]);
    }

    private void AddMetadata(List<Manifest> manifests, SignCollector collected)
    {
        foreach (var manifest in manifests)
        {
            if (manifest.ProjectName is { } name && manifest.Kind is ManifestKind.Pyproject or ManifestKind.SetupPy or ManifestKind.SetupCfg) collected.Add(ProjectSigns.Packaged, $"{manifest.Path} names the package {name}");
            if (manifest.Dependencies.FirstOrDefault(d => d.Group.IsRuntime && CommandLineLibraries.Contains(d.Name)) is { } library) collected.Add(ProjectSigns.CommandLineLibrary, $"it depends on {library.Name}");
            if (files.TryGet(manifest.Path) is not { } file || !file.ReadText().TryGet(out var text)) continue;
            if (manifest.Kind == ManifestKind.Pyproject) AddPyproject(manifest.Path, TomlDocument.Parse(text).Root, collected);
            // What setup.py and setup.cfg say about classifiers and scripts stands there in so many words.
            else if (manifest.Kind is ManifestKind.SetupPy or ManifestKind.SetupCfg)
            {
                AddClassifiers(text.Content, collected);
                if (text.Content.Contains("console_scripts", StringComparison.Ordinal)) collected.Add(ProjectSigns.ConsoleScripts, $"{manifest.Path} installs commands");
            }
        }
    }

    private static void AddPyproject(string path, ConfigurationMapping root, SignCollector collected)
    {
        var scripts = root.GetMapping("project", "scripts") ?? root.GetMapping("tool", "poetry", "scripts") ?? root.GetMapping("tool", "flit", "scripts");
        if (scripts?.Entries.Count > 0) collected.Add(ProjectSigns.ConsoleScripts, $"{path} installs the command {scripts.Entries[0].Key}");
        foreach (var list in new[] { root.GetSequence("project", "classifiers"), root.GetSequence("tool", "poetry", "classifiers") })
            if (list is not null) AddClassifiers(string.Join('\n', list.Items.Select(i => i.AsString())), collected);
        var unpackaged = (root.At("tool", "poetry", "package-mode") as ConfigurationScalar)?.Boolean == false || (root.At("tool", "uv", "package") as ConfigurationScalar)?.Boolean == false
            || (root.At("tool", "pdm", "distribution") as ConfigurationScalar)?.Boolean == false;
        if (unpackaged) collected.Add(ProjectSigns.NotPackaged, $"{path} says that it is not packaged");
    }

    private static void AddClassifiers(string text, SignCollector collected)
    {
        if (text.Contains(":: Application Frameworks", StringComparison.Ordinal)) collected.Add(ProjectSigns.FrameworkClassifier, "its classifiers call it an application framework");
        else if (text.Contains("Topic :: Software Development :: Libraries", StringComparison.Ordinal)) collected.Add(ProjectSigns.LibraryClassifier, "its classifiers call it a library");
        if (text.Contains("Environment :: Console", StringComparison.Ordinal)) collected.Add(ProjectSigns.ConsoleClassifier, "its classifiers call it a console program");
        if (text.Contains("Private ::", StringComparison.Ordinal)) collected.Add(ProjectSigns.NotPackaged, "its classifiers forbid to upload it");
    }

    private void AddDeployment(string root, SignCollector collected)
    {
        var processes = deployment.Processes.Where(p => Serves(p.Path, root)).ToList();
        if (processes.Find(p => p.Commands.Any(IsServer)) is { } server) collected.Add(ProjectSigns.ServerProcess, $"{server.Path} starts {server.Commands.First(IsServer).Program}");
        if (processes.Count > 0) collected.Add(ProjectSigns.DeploymentFiles, $"{processes[0].Path} deploys it");
        foreach (var (file, dockerfile) in deployment.Dockerfiles)
            if (Serves(file.Path, root) && dockerfile.FinalStage?.Last(DockerKeyword.Expose) is not null) collected.Add(ProjectSigns.ServerProcess, $"the image of {file.Path} listens on a port");
        foreach (var name in PlatformFiles)
            if (files.TryGet(Join(root, name)) is { } file) collected.Add(ProjectSigns.DeploymentFiles, $"{file.Path} deploys it");
        // A container's start often is a script of the repository.
        foreach (var command in pipelines.Commands)
            if (command.Tool == PipelineTool.ShellScript && RootOf(command.Path) == root && command.Commands.FirstOrDefault(IsServer) is { } start && !deployment.IsEmpty)
                collected.Add(ProjectSigns.ServerProcess, $"{command.Path} starts {start.Program}");
    }

    private void AddNotebooks(string root, SignCollector collected)
    {
        var own = files.Under(root).Where(f => RootOf(f.Path) == root).ToList();
        var notebooks = own.Count(f => f.Name.EndsWith(".ipynb", StringComparison.Ordinal));
        if (notebooks > 0 && notebooks > own.Count(f => f.IsPython && f.Role == FileRoles.Application)) collected.Add(ProjectSigns.Notebooks, $"it has {notebooks} notebooks and little other code");
    }

    /// <summary>A deployment file at the repository's top serves the only project there is.</summary>
    private bool Serves(string path, string root) => RootOf(path) == root || (roots.Count == 1 && !roots.Contains(""));

    private string RootOf(string path)
    {
        var best = "";
        foreach (var root in roots)
            if (root.Length > best.Length && RepositoryPath.IsUnder(path, root)) best = root;
        return best;
    }

    private static bool IsServer(ShellCommand command) =>
        Servers.Contains(command.Program) || (command.Arguments is [{ Text: var first }, ..] && ShellCommand.IsPython(command.Program) && first.EndsWith(".py", StringComparison.Ordinal));

    private static bool IsUpload(ShellCommand command) =>
        (command.Program, command.Arguments) is ("twine", [{ Text: "upload" }, ..]) or ("poetry" or "uv" or "flit" or "hatch" or "pdm" or "maturin", [{ Text: "publish" or "upload" }, ..]);

    private static string Join(string root, string name) => root.Length == 0 ? name : $"{root}/{name}";
}
