using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Shell;
using StaticReadiness.Repository.Toml;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>Reads the tasks that pyproject.toml defines for task runners and environment managers.</summary>
internal static class TaskTableReader
{
    /// <summary>Tables of tasks: a name, then a command, a list of commands, or a table with the command under a key.</summary>
    private static readonly string[][] TaskTables =
        [["tool", "poe", "tasks"], ["tool", "taskipy", "tasks"], ["tool", "pdm", "scripts"], ["tool", "rye", "scripts"], ["tool", "pixi", "tasks"]];

    private static readonly string[] CommandKeys = ["cmd", "shell", "sequence", "composite", "chain"];

    public static Pipeline Read(string path, SourceText text)
    {
        var builder = new PipelineBuilder(path, text, PipelineTool.TaskRunner);
        var root = TomlDocument.Parse(text).Root;
        foreach (var table in TaskTables)
            foreach (var task in Entries(root.GetMapping(table))) AddTask(builder, task.Key, task.Value);
        foreach (var environment in Entries(root.GetMapping("tool", "hatch", "envs")))
            foreach (var script in Entries((environment.Value as ConfigurationMapping)?.GetMapping("scripts"))) AddTask(builder, $"{environment.Key}:{script.Key}", script.Value);
        foreach (var environment in Entries(root.GetMapping("tool", "tox", "env")).Append(new ConfigurationEntry("", default, root.At("tool", "tox", "env_run_base") ?? root)))
            AddArgumentLists(builder, environment.Key, (environment.Value as ConfigurationMapping)?.GetSequence("commands"));
        if (root.At("tool", "tox", "legacy_tox_ini") is ConfigurationScalar ini)
            foreach (var command in TaskFileReader.ReadTox(path, SourceText.From(ini.Text)).Commands) builder.AddScript(command.Job, MappedText.At(command.Text, ini.Span));
        return builder.Build([]);
    }

    private static IEnumerable<ConfigurationEntry> Entries(ConfigurationMapping? mapping) => mapping?.Entries ?? [];

    private static void AddTask(PipelineBuilder builder, string name, ConfigurationNode node)
    {
        if (node is ConfigurationMapping table)
            foreach (var key in CommandKeys)
                if (table[key] is { } command) builder.AddScript(name, command);
        if (node is ConfigurationScalar or ConfigurationSequence) builder.AddScript(name, node);
    }

    /// <summary>Tox's TOML form writes each command as a list of words.</summary>
    private static void AddArgumentLists(PipelineBuilder builder, string name, ConfigurationSequence? commands)
    {
        foreach (var command in commands?.Items.OfType<ConfigurationSequence>() ?? [])
        {
            var words = command.Items.OfType<ConfigurationScalar>().Select(w => new ShellWord(w.Text, w.Span, HasExpansion: false)).ToList();
            if (words.Count > 0) builder.AddWords(name, command.Span, words);
        }
    }
}
