using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
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

    private ServerStarts(Project project)
    {
        this.project = project;
        foreach (var process in project.Deployment.Processes)
            foreach (var command in process.Commands) Add(command, process.Path, process.Text, isDeployed: true);
        foreach (var file in project.Files.Files) AddScript(file);
        foreach (var command in project.Pipelines.Commands.Where(command => !command.IsContinuousIntegration && command.Tool == PipelineTool.ShellScript))
            foreach (var shell in command.Commands) Add(shell, command.Path, command.Source, isDeployed: false);
        foreach (var tree in project.Trees) AddCalls(tree);
    }

    public static ImmutableArray<ServerStart> Of(Project project) => project.GetFact(static p => new ServerStarts(p)).All;

    private ImmutableArray<ServerStart> All => [.. found];

    private void Add(ShellCommand command, string path, Python.Text.SourceText text, bool isDeployed)
    {
        if (ServerPrograms.IsForDevelopment(command) is not { } development) return;
        var (program, arguments) = ServerPrograms.Of(command);
        var word = development ? arguments.FirstOrDefault(argument => argument.Text is "--reload" or "--dev" or "run" or "dev" or "runserver" or "runserver_plus").Text : null;
        found.Add(new ServerStart(new Location(path, text, command.Span), word is null ? program : $"{program} {word}", development, isDeployed));
    }

    // Start scripts without an extension, `docker-entrypoint` above all, and gunicorn's own configuration.
    private void AddScript(RepositoryFile file)
    {
        if (file.Name.StartsWith("gunicorn", StringComparison.Ordinal) && file.IsPython && file.Role is FileRoles.Application or FileRoles.Script)
            found.Add(new ServerStart(Location.OfFile(file.Path), "gunicorn", IsForDevelopment: false, IsDeployed: true));
        if (file.Name.Contains('.') || file.Length > LongestScript || !IsScriptName(file.Name) || !file.ReadText().TryGet(out var text)) return;
        if (!text.Content.StartsWith("#!", StringComparison.Ordinal) || text.GetLineSpan(0) is var first && !text.ToString(first).EndsWith("sh", StringComparison.Ordinal)) return;
        foreach (var command in ShellScript.Read(MappedText.Of(text, new Python.Text.TextSpan(0, text.Length)))) Add(command, file.Path, text, isDeployed: false);
    }

    private static bool IsScriptName(string name) =>
        IdentifierWords.Split(name).Any(word => word is "entrypoint" or "start" or "run" or "serve" or "server" or "web" or "cmd" or "launch");

    private void AddCalls(SyntaxTree tree)
    {
        if (project.Files.TryGet(tree.Path) is not { Role: FileRoles.Application or FileRoles.Script } || DevelopmentPaths.Contains(tree.Path)) return;
        var model = project.Compilation.GetSemanticModel(tree);
        foreach (var node in tree.Root.DescendantsAndSelf())
        {
            if (node is ClassDef { Bases: [var parent, ..] } && ServerPrograms.IsForDevelopment(model.GetQualifiedName(parent)) is { } subclassed)
                found.Add(new ServerStart(new Location(tree.Path, tree.Text, parent.Span), parent.LastName()!, subclassed, IsDeployed: false));
            if (node is not Call call || call.Function.LastName() is not { } last || !ServerPrograms.CallNames.Contains(last)) continue;
            if (ServerPrograms.IsForDevelopment(NameOf(call, model)) is not { } development) continue;
            var written = call.Function.DottedName() ?? last;
            found.Add(new ServerStart(new Location(tree.Path, tree.Text, call.Function.Span), $"{written}()", development || call.KeywordValue("reload").IsTrue(), IsDeployed: false));
        }
    }

    // `app.run()`: the method of whatever class the project's own one derives from.
    private static string? NameOf(Call call, Python.Semantics.SemanticModel model)
    {
        if (model.GetQualifiedName(call.Function) is { } qualified && ServerPrograms.IsForDevelopment(qualified) is not null) return qualified;
        if (call.Function is not Python.Syntax.Attribute method || model.GetType(method.Value) is not { } type) return null;
        if (ServerPrograms.IsForDevelopment($"{type.QualifiedName}.{method.Name}") is not null) return $"{type.QualifiedName}.{method.Name}";
        return type.Class?.Mro.Select(reference => $"{reference.QualifiedName}.{method.Name}").FirstOrDefault(name => ServerPrograms.IsForDevelopment(name) is not null);
    }
}
