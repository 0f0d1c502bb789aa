using System.Collections.Frozen;
using StaticReadiness.Analyzers.Knowledge;
using StaticReadiness.Python.Syntax;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Analyzers.LifecycleAndOperations;

/// <summary>What is known of the programs and calls that serve web applications.</summary>
internal static class ServerPrograms
{
    private static readonly ILookup<string, (string Word, bool IsForDevelopment)> Programs =
        EmbeddedTable.Read("server-commands.tsv").ToLookup(row => row[0], row => (row[1], row[2] == "development"));

    private static readonly FrozenDictionary<string, (bool IsForDevelopment, string[] Development, string[] Production)> Calls =
        EmbeddedTable.Read("server-calls.tsv").ToFrozenDictionary(row => row[0], row => (row[1] == "development", row[2].Split(' '), row[3].Split(' ')));

    /// <summary>The last names of the calls; spares resolving all others.</summary>
    public static FrozenSet<string> CallNames { get; } = Calls.Keys.Select(name => name[(name.LastIndexOf('.') + 1)..]).ToFrozenSet();

    public static bool IsServer(string? qualifiedName) => qualifiedName is not null && Calls.ContainsKey(qualifiedName);

    /// <summary>Whether what is called by a name serves for development, by itself or by what it is told; null when it serves nothing.</summary>
    public static bool? IsForDevelopment(string? qualifiedName, Call? call)
    {
        if (qualifiedName is null || !Calls.TryGetValue(qualifiedName, out var row)) return null;
        if (call is null) return row.IsForDevelopment;
        return row.IsForDevelopment ? !row.Production.Any(keyword => call.KeywordValue(keyword) is not null) : row.Development.Any(keyword => call.KeywordValue(keyword).IsTrue());
    }

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
