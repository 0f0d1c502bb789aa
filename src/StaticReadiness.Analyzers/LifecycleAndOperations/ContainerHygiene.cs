using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.ConfigurationManagement.Secrets;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Containers;
using StaticReadiness.Repository.Files;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>Reports images that run as root, keep a secret or lose their build cache.</summary>
public sealed class ContainerHygiene : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Installers = ["pip", "pip3", "uv", "poetry", "pipenv", "pdm", "conda", "mamba", "npm", "yarn", "pnpm"];

    private static readonly string[] PrivilegeDrops = ["gosu", "su-exec", "setpriv", "s6-setuidgid", "runuser", "chpst", "setuidgid", "s6-overlay"];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "SR1205",
        "container-hygiene",
        "An image runs as root, keeps a secret or loses its build cache",
        "{0}",
        DiagnosticSeverity.Warning,
        Precision.High,
        "lifecycle-and-operations",
        "container")
    {
        Cwe = [250, 538],
        PeerIds = ["DL3002"],
    };

    public override void Initialize(AnalysisContext context) => context.RegisterProjectAction(Examine);

    private static void Examine(ProjectContext context)
    {
        context.NotApplicable("no Dockerfile builds an image that runs Python");
        foreach (var (file, dockerfile) in ContainerImages.Of(context.Project))
        {
            if (IdentifierWords.Split(file.Directory).Any(word => word is "scripts" or "release" or "releasing" or "packaging" or "scenario" or "scenarios") || IsCopy(file) || SaysDevelopment(dockerfile)) continue;
            // `root-with-sshd.Dockerfile` is the choice its name tells.
            if (!IdentifierWords.Split(file.Name).Contains("root")) ExamineUser(context, file, dockerfile);
            ExamineSecrets(context, file, dockerfile);
            ExamineLayers(context, file, dockerfile);
        }
    }

    // `Dockerfile.stable_20260301`, `Dockerfile.bak`: what once was built.
    private static bool IsCopy(RepositoryFile file) =>
        IdentifierWords.Split(file.Name).Exists(word => word is "bak" or "backup" or "old" or "orig" or "copy" or "deprecated" || (word.Length >= 8 && word.All(char.IsAsciiDigit)));

    // `# Dockerfile for development of the server`, above everything else
    private static bool SaysDevelopment(Dockerfile dockerfile)
    {
        foreach (var line in dockerfile.Text.Content.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty) continue;
            if (trimmed[0] != '#') return false;
            if (IdentifierWords.Split(trimmed.ToString()).Exists(word => word is "development" or "developer" or "developers" or "developing")) return true;
        }

        return false;
    }

    private static void ExamineUser(ProjectContext context, RepositoryFile file, Dockerfile dockerfile)
    {
        var stage = Production(dockerfile.FinalStage!);
        var user = stage.Last(DockerKeyword.User);
        if (user is null && (!ContainerImages.StartsAsRoot(stage) || !HasProcess(stage))) return;
        context.Examined();
        var name = user?.Arguments.Content.Trim().Split(':')[0];
        if (name is not (null or "root" or "0") || DropsPrivileges(context, dockerfile)) return;
        if (user is null) Report(context, file, dockerfile, stage.From.Span, $"`{stage.BaseImage}` starts as root and no `USER` changes that");
        else Report(context, file, dockerfile, user.Span, $"`USER {name}` leaves the image running as root");
    }

    // The stage that ends a file for developers' machines builds on the one that is deployed.
    private static DockerStage Production(DockerStage stage) => stage is { Name: "dev" or "develop" or "development" or "test" or "tests" or "debug" or "local", Parent: { } parent } && HasProcess(parent) ? parent : stage;

    // An image without a process of its own is a base for others.
    private static bool HasProcess(DockerStage stage) => stage.Last(DockerKeyword.Cmd) is not null || stage.Last(DockerKeyword.Entrypoint) is { } entrypoint && !Copies(entrypoint);

    // One that only hands over what was built in it serves nobody.
    private static bool Copies(DockerInstruction entrypoint) => entrypoint.Words is [var first, ..] && first.Text.Trim('[', '"', '\'', ',') is "mv" or "cp" or "tar";

    private static bool DropsPrivileges(ProjectContext context, Dockerfile dockerfile) =>
        PrivilegeDrops.Any(name => dockerfile.Text.Content.Contains(name, StringComparison.Ordinal))
        || context.Project.Files.Files.Any(file => IsScript(file) && file.ReadText().TryGet(out var text) && PrivilegeDrops.Any(name => text.Content.Contains(name, StringComparison.Ordinal)));

    private static bool IsScript(RepositoryFile file) =>
        file.Length < 100_000 && (file.Name.EndsWith(".sh", StringComparison.Ordinal) || file.Name.Contains("entrypoint", StringComparison.Ordinal)) && !file.IsPython;

    private static void ExamineSecrets(ProjectContext context, RepositoryFile file, Dockerfile dockerfile)
    {
        foreach (var instruction in dockerfile.FinalStage!.AllInstructions)
        {
            if (instruction.Keyword is not (DockerKeyword.Env or DockerKeyword.Arg)) continue;
            foreach (var variable in instruction.Variables)
            {
                var kind = SecretNames.KindOf(variable.Name);
                if (kind == SecretKind.None) continue;
                context.Examined();
                if (variable.Value is not { Length: > 0 } value || value.Contains('$') || !SecretValues.IsSecret(kind, variable.Name, value, inCode: false)) continue;
                context.Report(context.CreateDiagnostic(new Location(file.Path, dockerfile.Text, instruction.Span), $"`{variable.Name}` stays readable in the image's history") with
                {
                    MaskedSpans = [variable.Span],
                });
            }
        }
    }

    // COPY . . in front of the install: every change of the code installs all dependencies anew.
    private static void ExamineLayers(ProjectContext context, RepositoryFile file, Dockerfile dockerfile)
    {
        foreach (var stage in dockerfile.Stages)
        {
            var install = stage.Instructions.FirstOrDefault(InstallsDependencies);
            if (install is null) continue;
            context.Examined();
            // What an earlier stage installed is brought along.
            if (stage.Instructions.TakeWhile(instruction => instruction != install).Any(instruction => instruction.Keyword == DockerKeyword.Copy && instruction.Flag("from") is not null)) continue;
            var copy = stage.Instructions.TakeWhile(instruction => instruction != install).FirstOrDefault(CopiesEverything);
            if (copy is not null) Report(context, file, dockerfile, copy.Span, "`COPY .` stands before the dependencies are installed: every change of the code installs them anew");
        }
    }

    private static bool InstallsDependencies(DockerInstruction instruction) =>
        instruction.Keyword == DockerKeyword.Run && instruction.Commands.Any(command => Installers.Contains(command.Program)
            && command.Arguments.Any(argument => argument.Text is "install" or "sync" or "ci")
            && (command.Arguments.Any(argument => argument.Text is "-r" or "--requirement" || argument.Text.EndsWith(".txt", StringComparison.Ordinal)) || command.Program is "poetry" or "pipenv" or "pdm" || command.Arguments.Any(argument => argument.Text == "sync")));

    private static bool CopiesEverything(DockerInstruction instruction) =>
        instruction.Keyword is DockerKeyword.Copy or DockerKeyword.Add && instruction.Flag("from") is null && instruction.Words is [{ Text: "." or "./" }, _];

    private static void Report(ProjectContext context, RepositoryFile file, Dockerfile dockerfile, TextSpan span, string message) =>
        context.Report(new Location(file.Path, dockerfile.Text, span), message);
}
