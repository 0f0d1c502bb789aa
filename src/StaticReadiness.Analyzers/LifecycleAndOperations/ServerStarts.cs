using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>How a project's applications are served, by its deployment files, start scripts and code: a fact shared by rules.</summary>
internal sealed class ServerStarts
{
    private const long LongestScript = 100_000;
    private readonly Project project;
    private readonly List<ServerStart> found = [];
    private readonly HashSet<string> deployedModules = [];

    private ServerStarts(Project project)
    {
        this.project = project;
        foreach (var process in project.Deployment.Processes.Where(process => !ServesDeveloper(process)))
        {
            foreach (var command in process.Commands)
            {
                Add(command, process.Path, process.Text, ServerStartOrigin.Deployment);
                if (ModuleOf(command) is { } module) deployedModules.Add(module);
            }
        }

        foreach (var file in project.Files.Files) AddScript(file);
        foreach (var command in project.Pipelines.Commands.Where(command => !command.IsContinuousIntegration && command.Tool == PipelineTool.ShellScript))
            foreach (var shell in command.Commands) Add(shell, command.Path, command.Source, ServerStartOrigin.Script);
        foreach (var tree in project.Trees) AddCalls(tree);
    }

    public static ImmutableArray<ServerStart> Of(Project project) => project.GetFact(static p => new ServerStarts(p)).All;

    private ImmutableArray<ServerStart> All => [.. found];

    private void Add(ShellCommand command, string path, Python.Text.SourceText text, ServerStartOrigin origin)
    {
        if (ServerPrograms.IsForDevelopment(command) is not { } development) return;
        var (program, arguments) = ServerPrograms.Of(command);
        if (ServesAnother(arguments)) return;
        var word = development ? arguments.FirstOrDefault(argument => argument.Text is "--reload" or "--dev" or "run" or "dev" or "runserver" or "runserver_plus").Text : null;
        found.Add(new ServerStart(new Location(path, text, command.Span), word is null ? program : $"{program} {word}", development, origin));
    }

    // `django-admin runserver --settings=graphite.settings` in a tool beside the application.
    private bool ServesAnother(IReadOnlyList<ShellWord> arguments) =>
        arguments.Select(argument => argument.Text).FirstOrDefault(text => text.StartsWith("--settings=", StringComparison.Ordinal)) is { } settings
        && !settings.Contains('$') && project.Compilation.FindModule(settings["--settings=".Length..]) is null;

    // Start scripts without an extension, `docker-entrypoint` above all, and gunicorn's own configuration.
    private void AddScript(RepositoryFile file)
    {
        if (file.Name.StartsWith("gunicorn", StringComparison.Ordinal) && file.IsPython && file.Role is FileRoles.Application or FileRoles.Script)
            found.Add(new ServerStart(Location.OfFile(file.Path), "gunicorn", IsForDevelopment: false, ServerStartOrigin.Deployment));
        if (file.Name.Contains('.') || file.Length > LongestScript || !IsScriptName(file.Name) || !file.ReadText().TryGet(out var text)) return;
        if (!text.Content.StartsWith("#!", StringComparison.Ordinal) || text.GetLineSpan(0) is var first && !text.ToString(first).EndsWith("sh", StringComparison.Ordinal)) return;
        foreach (var command in ShellScript.Read(MappedText.Of(text, new Python.Text.TextSpan(0, text.Length)))) Add(command, file.Path, text, ServerStartOrigin.Script);
    }

    private static bool IsScriptName(string name) =>
        IdentifierWords.Split(name).Any(word => word is "entrypoint" or "start" or "run" or "serve" or "server" or "web" or "cmd" or "launch");

    // A service with the developer's own folder inside is for development.
    private bool ServesDeveloper(DeployedProcess process) =>
        process.Kind == DeploymentKind.Compose && project.Deployment.ComposeFiles.Where(file => file.File.Path == process.Path).SelectMany(file => file.Compose.Services)
            .Any(service => service.Name == process.Name && service.BuildContext is not null && service.Definition.GetSequence("volumes") is { } volumes
                && volumes.Items.Any(volume => (volume.AsString() ?? (volume as ConfigurationMapping)?.GetString("source")) is { } mount && (mount.StartsWith(".:", StringComparison.Ordinal) || mount.StartsWith("./", StringComparison.Ordinal) || mount is ".")
                    && !mount.Contains("data", StringComparison.OrdinalIgnoreCase) && !mount.Contains("conf", StringComparison.OrdinalIgnoreCase) && !mount.Contains("log", StringComparison.OrdinalIgnoreCase)));

    // `python shop/main.py`, `python -m shop.main`: the file by the end of its path.
    private static string? ModuleOf(ShellCommand command)
    {
        // For `python -m x` the program is x already.
        var after = command.Words.Length - command.Arguments.Length - 2;
        if (after >= 0 && command.Words[after].Text == "-m") return command.Words[after + 1].Text.Replace('.', '/') + ".py";
        if (!command.Program.StartsWith("python", StringComparison.Ordinal)) return null;
        var script = command.Arguments.FirstOrDefault(argument => !argument.Text.StartsWith('-')).Text;
        return script?.EndsWith(".py", StringComparison.Ordinal) == true ? script.TrimStart('.', '/') : null;
    }

    private bool IsDeployed(string path) => deployedModules.Any(module =>
        path == module || path.EndsWith("/" + module, StringComparison.Ordinal) || module.EndsWith("/" + path, StringComparison.Ordinal) || path.EndsWith("/" + module[..^3] + "/__main__.py", StringComparison.Ordinal) || path == module[..^3] + "/__main__.py");

    private void AddCalls(SyntaxTree tree)
    {
        if (project.Files.TryGet(tree.Path) is not { Role: FileRoles.Application or FileRoles.Script } || DevelopmentPaths.Contains(tree.Path)) return;
        var model = project.Compilation.GetSemanticModel(tree);
        var origin = IsDeployed(tree.Path) ? ServerStartOrigin.Deployment : ServerStartOrigin.Code;
        foreach (var node in tree.Root.DescendantsAndSelf())
        {
            if (node is ClassDef { Bases: [var parent, ..] } && ServerPrograms.IsForDevelopment(model.GetQualifiedName(parent), null) is { } subclassed)
                found.Add(new ServerStart(new Location(tree.Path, tree.Text, parent.Span), parent.LastName()!, subclassed, origin));
            if (node is not Call call || call.Function.LastName() is not { } last || !ServerPrograms.CallNames.Contains(last)) continue;
            if (ServerPrograms.IsForDevelopment(NameOf(call, model), call) is not { } development) continue;
            var written = call.Function.DottedName() ?? last;
            found.Add(new ServerStart(new Location(tree.Path, tree.Text, call.Function.Span), $"{written}()", development, origin));
        }
    }

    // `app.run()`: the method of whatever class the project's own one derives from.
    private static string? NameOf(Call call, Python.Semantics.SemanticModel model)
    {
        if (model.GetQualifiedName(call.Function) is { } qualified && ServerPrograms.IsServer(qualified)) return qualified;
        if (call.Function is not Python.Syntax.Attribute method || model.GetType(method.Value) is not { } type) return null;
        if (ServerPrograms.IsServer($"{type.QualifiedName}.{method.Name}")) return $"{type.QualifiedName}.{method.Name}";
        return type.Class?.Mro.Select(reference => $"{reference.QualifiedName}.{method.Name}").FirstOrDefault(ServerPrograms.IsServer);
    }
}
