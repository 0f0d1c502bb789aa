using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Analysis.Diagnostics;
using StaticReadiness.Analyzers.DependencyHygiene;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Pipelines;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.ValidationAndTypes;

/// <summary>Finds where a project configures and runs a type checker.</summary>
internal static class TypeCheckers
{
    private static readonly ImmutableArray<string[]> Rows = EmbeddedTable.Read("type-checkers.tsv");
    private static readonly FrozenDictionary<string, string> Files = TitlesOf("file");
    private static readonly FrozenDictionary<string, string> Commands = TitlesOf("command");
    private static readonly FrozenDictionary<string, string> Packages = TitlesOf("package");
    private static readonly FrozenSet<string> Wrappers = FrozenSet.Create("uv", "uvx", "poetry", "pdm", "hatch", "pipenv", "rye", "python", "python3", "npx", "pipx", "pixi", "nox", "tox", "bunx", "pnpm", "yarn");

    /// <summary>A file, a section or a declared dependency that names a type checker; null when there is none.</summary>
    public static (Location Place, string Title)? Configured(Project project)
    {
        foreach (var file in project.Files.Files)
        {
            if (Files.TryGetValue(file.Name, out var title)) return (Location.OfFile(file.Path), title);
            if (IsEditorThatChecks(file)) return (Location.OfFile(file.Path), "pyright");
            if (file.Name is not ("pyproject.toml" or "setup.cfg" or "tox.ini") || !file.ReadText().TryGet(out var text)) continue;
            if (FindSection(text) is var (span, name)) return (new Location(file.Path, text, span), name);
        }

        var dependencies = ProjectDependencies.Of(project);
        foreach (var dependency in dependencies.Manifests.SelectMany(manifest => manifest.Dependencies))
            if (Packages.TryGetValue(dependency.Name, out var title)) return (dependencies.LocationOf(dependency), title);
        return Run(project, continuously: false);
    }

    /// <summary>A pipeline, a task or a hook that runs a type checker; null when there is none.</summary>
    /// <param name="project">The project.</param>
    /// <param name="continuously">Whether only continuous integration and hooks count.</param>
    public static (Location Place, string Title)? Run(Project project, bool continuously)
    {
        foreach (var command in project.Pipelines.Commands.Where(command => !continuously || command.IsContinuousIntegration || command.Tool == PipelineTool.PreCommit))
            foreach (var shell in command.Commands)
                if (TitleOf(shell) is { } title) return (new Location(command.Path, command.Source, command.Span), title);
        foreach (var action in project.Pipelines.Actions)
            if (TitleOf(action.Name) is { } title) return (new Location(action.Path, action.Source, action.Span), title);
        return null;
    }

    // Pylance is pyright in an editor; the settings that a repository keeps switch it on for everybody.
    private static bool IsEditorThatChecks(RepositoryFile file) =>
        file.Name == "settings.json" && file.Path.EndsWith(".vscode/settings.json", StringComparison.Ordinal) && file.ReadText().TryGet(out var text)
        && text.Content.IndexOf("\"python.analysis.typeCheckingMode\"", StringComparison.Ordinal) is >= 0 and var at && text.Content[(at + 34)..].TrimStart(':', ' ').StartsWith("\"off\"", StringComparison.Ordinal) is false;

    private static (TextSpan Span, string Title)? FindSection(SourceText text)
    {
        for (var line = 0; line < text.LineCount; line++)
        {
            var span = text.GetLineSpan(line);
            if (span.Length == 0 || text.Content[span.Start] != '[') continue;
            var written = text.ToString(span);
            foreach (var row in Rows)
                if (row[0] == "section" && written.StartsWith(row[1], StringComparison.Ordinal)) return (span, row[2]);
        }

        return null;
    }

    // `mypy src`, `uv run mypy`, `python -m mypy`, `poetry run dmypy`.
    private static string? TitleOf(ShellCommand command)
    {
        if (Commands.TryGetValue(command.Program, out var title)) return title;
        if (!Wrappers.Contains(command.Program) && !command.Program.StartsWith("python", StringComparison.Ordinal)) return null;
        return command.Arguments.Select(word => Commands.GetValueOrDefault(word.Text)).FirstOrDefault(found => found is not null);
    }

    // The hook `mypy` of mirrors-mypy, the action `jakebailey/pyright-action`.
    private static string? TitleOf(string action) => Commands.GetValueOrDefault(action[(action.LastIndexOf('/') + 1)..]);

    private static FrozenDictionary<string, string> TitlesOf(string sign) => Rows.Where(row => row[0] == sign).ToFrozenDictionary(row => row[1], row => row[2]);
}
