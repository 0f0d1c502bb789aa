using System.Collections.Immutable;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Analyzers.LifecycleAndOperations;
using StaticReadiness.Python.Semantics;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.DataAccess;

/// <summary>Tells the commands and calls that migrate a database.</summary>
internal static class MigrationRuns
{
    private static readonly ImmutableArray<(string Program, string[] Words)> Commands =
        [.. EmbeddedTable.Read("migration-commands.tsv").Where(row => row[0] == "command").Select(row => (row[1], row[2].Split(' ')))];

    private static readonly Dictionary<string, string> Calls = EmbeddedTable.Read("migration-commands.tsv").Where(row => row[0] == "call").ToDictionary(row => row[1], row => row[2]);

    /// <summary>A command, or those that the text after <c>sh -c</c> holds.</summary>
    public static IEnumerable<ShellCommand> Expand(ShellCommand command)
    {
        if (command.Program is not ("sh" or "bash") || command.Arguments.FirstOrDefault(word => word.Text.Contains(' ')) is not { Text: { } inner }) return [command];
        var text = SourceText.From(inner);
        return ShellScript.Read(MappedText.Of(text, new TextSpan(0, text.Length)));
    }

    /// <summary>The program and word of a command that migrates; null for any other.</summary>
    public static string? Describe(ShellCommand command)
    {
        var (program, arguments) = ServerPrograms.Of(command);
        var words = arguments.Select(word => word.Text).ToList();
        if (program is "uv" or "poetry" or "pdm" or "pipenv" or "hatch" or "exec" or "rye" && words.FindIndex(word => Commands.Any(known => word == known.Program || word.EndsWith("/" + known.Program, StringComparison.Ordinal))) is var at and >= 0)
            (program, words) = (words[at][(words[at].LastIndexOf('/') + 1)..], words[(at + 1)..]);
        foreach (var (name, needed) in Commands)
            if (program == name && needed.All(words.Contains) && !words.Contains("--check") && !words.Contains("--plan")) return $"{name} {string.Join(' ', needed)}";
        return null;
    }

    /// <summary>Whether a call migrates.</summary>
    public static bool Migrates(Call call, SemanticModel model) =>
        call.Function.LastName() is "upgrade" or "call_command" && model.GetQualifiedName(call.Function) is { } name && Calls.TryGetValue(name, out var argument)
        && (argument.Length == 0 || call.Arguments.FirstOrDefault().StringValue() == argument);
}
