using System.Collections.Immutable;
using StaticReadiness.Analysis;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Documents;
using StaticReadiness.Repository.Files;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.DocumentationFreshness;

/// <summary>Checks the commands of this repository that a document shows: targets, tasks, modules that are run, applications that are served.</summary>
internal static class CommandReferences
{
    private static readonly HashSet<string> Servers = ["uvicorn", "gunicorn", "hypercorn", "daphne", "granian", "waitress-serve"];
    private static readonly HashSet<string> PackageManagers = ["npm", "yarn", "pnpm", "bun"];

    public static IEnumerable<CheckedReference> Check(Project project, Document document)
    {
        foreach (var command in Commands(document))
            foreach (var found in Check(project, document, command)) yield return found;
    }

    /// <summary>The commands of shell blocks and those that stand as a literal in a sentence; those of other repositories are left out.</summary>
    private static IEnumerable<ShellCommand> Commands(Document document)
    {
        foreach (var block in document.CodeBlocks)
        {
            if (block.Code.Content.Contains("git clone", StringComparison.Ordinal) || block.Code.Content.Contains("wget ", StringComparison.Ordinal) || block.Code.Content.Contains("./configure", StringComparison.Ordinal)) continue;
            foreach (var command in block.Commands) yield return command;
        }

        foreach (var literal in document.Literals)
            if (literal.Role is null && literal.Text.Contains(' '))
                foreach (var command in ShellScript.Read(MappedText.At(literal.Text, literal.Span)).Take(1)) yield return command;
    }

    private static IEnumerable<CheckedReference> Check(Project project, Document document, ShellCommand command)
    {
        if (command.Words.IsEmpty) return [];
        var program = command.Words[0].Text;
        if (program == "make") return CheckMake(project, command);
        if (program == "just") return CheckJust(project, command);
        if (PackageManagers.Contains(program)) return CheckScript(project, command);
        if (program is "tox" or "nox") return CheckEnvironment(project, command, program);
        if (Servers.Contains(command.Program)) return command.Arguments.Where(word => word.Text.Contains(':')).Take(1).SelectMany(word => CheckName(project, document, word.Text.Replace(':', '.'), word.Span));
        return CheckModule(project, document, command);
    }

    private static IEnumerable<CheckedReference> CheckMake(Project project, ShellCommand command)
    {
        var targets = TaskTargets.Of(project);
        if (!targets.HasMakefile || command.Words.Any(word => word.HasExpansion || word.Text is "-C" or "-f" || word.Text.StartsWith("--", StringComparison.Ordinal))) yield break;
        foreach (var word in command.Words[1..])
        {
            // A sentence such as "make sure that" is no command.
            if (!IsTask(word.Text)) yield break;
            yield return new CheckedReference(word.Span, command.Text, targets.MayMake(word.Text) ? null : $"`make {word.Text}` does nothing: no Makefile has the target `{word.Text}`");
        }
    }

    private static IEnumerable<CheckedReference> CheckJust(Project project, ShellCommand command)
    {
        var targets = TaskTargets.Of(project);
        if (!targets.HasJustfile || command.Words.Length != 2 || !IsTask(command.Words[1].Text)) yield break;
        var recipe = command.Words[1];
        yield return new CheckedReference(recipe.Span, command.Text, targets.MayJust(recipe.Text) ? null : $"`just {recipe.Text}` does nothing: no justfile has the recipe `{recipe.Text}`");
    }

    private static IEnumerable<CheckedReference> CheckScript(Project project, ShellCommand command)
    {
        var targets = TaskTargets.Of(project);
        if (!targets.HasPackage || command.Words.Length < 3 || command.Words[1].Text != "run" || command.Words[2].HasExpansion || !IsTask(command.Words[2].Text)) yield break;
        var script = command.Words[2];
        yield return new CheckedReference(script.Span, command.Text, targets.HasScript(script.Text) ? null : $"`{command.Words[0].Text} run {script.Text}` fails: no `package.json` has the script `{script.Text}`");
    }

    // Environments are generated from factors: a word that the configuration does not hold at all is none of them.
    private static IEnumerable<CheckedReference> CheckEnvironment(Project project, ShellCommand command, string program)
    {
        var configuration = project.Files.Files.Where(file => (program == "tox" ? file.Name is "tox.ini" or "setup.cfg" or "pyproject.toml" or "tox.toml" : file.Name == "noxfile.py"))
            .Select(file => file.ReadText().ValueOrDefault()?.Content ?? "").Where(content => content.Contains(program, StringComparison.Ordinal)).ToImmutableArray();
        if (configuration.IsEmpty || command.Words.Length < 3 || command.Words[1].Text is not ("-e" or "-s" or "-re" or "run")) yield break;
        var name = command.Words[2];
        if (name.HasExpansion || !IsTask(name.Text) || name.Text.StartsWith("py", StringComparison.Ordinal)) yield break;
        var isThere = name.Text.Split('-', '_').All(factor => configuration.Any(content => content.Contains(factor, StringComparison.OrdinalIgnoreCase)));
        yield return new CheckedReference(name.Span, command.Text, isThere ? null : $"`{command.Text}` fails: {program} has no `{name.Text}`");
    }

    private static IEnumerable<CheckedReference> CheckModule(Project project, Document document, ShellCommand command)
    {
        var words = command.Words;
        for (var i = 0; i + 2 < words.Length; i++)
        {
            if (words[i + 1].Text != "-m" || !words[i].Text.StartsWith("python", StringComparison.Ordinal)) continue;
            return CheckName(project, document, words[i + 2].Text, words[i + 2].Span);
        }

        return [];
    }

    private static IEnumerable<CheckedReference> CheckName(Project project, Document document, string name, TextSpan span)
    {
        if (name.All(c => c is '.' or '_' || char.IsAsciiLetterOrDigit(c)) && ProjectNames.Of(project).Owns(name) && SymbolReferences.Check(project, document, name, span, isRole: false) is { } found) yield return found;
    }

    private static bool IsTask(string text) => text.Length > 1 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '.');
}
