using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>What is known of the programs and calls that serve web applications.</summary>
internal static class ServerPrograms
{
    private static readonly ILookup<string, (string Word, bool IsForDevelopment)> Programs =
        EmbeddedTable.Read("server-commands.tsv").ToLookup(row => row[0], row => (row[1], row[2] == "development"));

    private static readonly FrozenDictionary<string, bool> Calls =
        EmbeddedTable.Read("server-calls.tsv").ToFrozenDictionary(row => row[0], row => row[1] == "development");

    /// <summary>The last names of the calls; spares resolving all others.</summary>
    public static FrozenSet<string> CallNames { get; } = Calls.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToFrozenSet();

    /// <summary>Whether a call serves for development; null when it serves nothing.</summary>
    public static bool? IsForDevelopment(string? qualifiedName) =>
        qualifiedName is not null && Calls.TryGetValue(qualifiedName, out var development) ? development : null;

    /// <summary>Whether a command serves for development; null when it serves nothing.</summary>
    public static bool? IsForDevelopment(ShellCommand command)
    {
        var (program, arguments) = Of(command);
        bool? found = null;
        foreach (var (word, development) in Programs[program])
            if (word.Length == 0) found ??= development;
            else if (arguments.Any(argument => argument.Text == word)) found = development;
        return found;
    }

    /// <summary>The program that runs and its arguments; for <c>python manage.py x</c> it is the script.</summary>
    public static (string Program, IReadOnlyList<ShellWord> Arguments) Of(ShellCommand command)
    {
        var arguments = command.Arguments;
        if (!command.Program.StartsWith("python", StringComparison.Ordinal)) return (command.Program, arguments);
        var script = 0;
        while (script < arguments.Length && arguments[script].Text.StartsWith('-')) script++;
        return script < arguments.Length ? (FileName(arguments[script].Text), arguments[(script + 1)..]) : (command.Program, arguments);
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
