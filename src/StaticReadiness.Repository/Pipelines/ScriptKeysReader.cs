using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>Reads the services whose files hold scripts under known keys, wherever those stand.</summary>
internal sealed class ScriptKeysReader
{
    /// <summary>The keys of scripts by service; each service's reference names them.</summary>
    private static readonly Dictionary<PipelineTool, ImmutableHashSet<string>> Keys = new()
    {
        [PipelineTool.GitLab] = ["script", "before_script", "after_script"],
        [PipelineTool.Azure] = ["script", "bash"],
        [PipelineTool.CircleCi] = ["run", "command"],
        [PipelineTool.Bitbucket] = ["script", "after-script"],
        [PipelineTool.Travis] = ["script", "before_script", "after_script", "install", "before_install", "after_success", "before_deploy"],
        [PipelineTool.Drone] = ["commands"],
    };

    private readonly PipelineBuilder builder;
    private readonly PipelineTool tool;
    private readonly ImmutableHashSet<string> keys;

    private ScriptKeysReader(PipelineBuilder builder, PipelineTool tool)
    {
        this.builder = builder;
        this.tool = tool;
        keys = Keys[tool];
    }

    public static Pipeline Read(string path, SourceText text, PipelineTool tool)
    {
        var builder = new PipelineBuilder(path, text, tool);
        var yaml = YamlDocuments.Parse(text);
        var reader = new ScriptKeysReader(builder, tool);
        foreach (var root in yaml.Roots) reader.Visit("", root, depth: 0);
        if (tool == PipelineTool.GitLab) reader.ReadIncludes(yaml.Mapping?["include"]);
        if (tool == PipelineTool.Travis) builder.AddRuntimes("", yaml.Mapping?["python"]);
        return builder.Build(yaml.Errors);
    }

    private void Visit(string job, ConfigurationNode node, int depth)
    {
        if (node is ConfigurationSequence list)
            foreach (var item in list.Items) Visit(job, item, depth + 1);
        if (node is not ConfigurationMapping mapping) return;
        if (mapping["job"]?.AsString() is { } named && tool == PipelineTool.Azure) job = named;
        ReadRuntimes(job, mapping);
        foreach (var entry in mapping.Entries)
        {
            if (keys.Contains(entry.Key) && entry.Value is ConfigurationScalar or ConfigurationSequence) ReadScript(job, entry.Value);
            else Visit(NameOf(job, entry, depth), entry.Value, depth + 1);
        }
    }

    // `include: { project: shop/pipelines, file: tests.yml }`, one or many; a file of this repository is read by itself.
    private void ReadIncludes(ConfigurationNode? include)
    {
        if (include is ConfigurationSequence list)
            foreach (var item in list.Items) ReadIncludes(item);
        if (include is ConfigurationScalar { Text: var address } remote && address.Contains("://", StringComparison.Ordinal)) builder.AddAction("", remote, null, '#');
        if (include is not ConfigurationMapping mapping) return;
        if ((mapping["remote"] ?? mapping["component"] ?? mapping["template"]) is ConfigurationScalar named) builder.AddAction("", named, null);
        if (!mapping.ContainsKey("project")) return;
        if (mapping["file"] is ConfigurationScalar file) builder.AddAction("", file, null);
        if (mapping["file"] is ConfigurationSequence files)
            foreach (var one in files.Items.OfType<ConfigurationScalar>()) builder.AddAction("", one, null);
    }

    /// <summary>GitLab's jobs are the top-level keys, CircleCI's lie below <c>jobs</c>.</summary>
    private string NameOf(string job, ConfigurationEntry entry, int depth) => tool switch
    {
        PipelineTool.GitLab when depth == 0 => entry.Key,
        PipelineTool.CircleCi when depth == 1 => entry.Key,
        _ => job,
    };

    private void ReadScript(string job, ConfigurationNode node)
    {
        // Bitbucket mixes pipes, which are mappings, into its lists of commands.
        builder.AddScript(job, node);
        if (node is ConfigurationSequence list)
            foreach (var item in list.Mappings)
                if (item["pipe"] is ConfigurationScalar pipe) builder.AddAction(job, pipe, item.GetMapping("variables"), ':');
    }

    private void ReadRuntimes(string job, ConfigurationMapping mapping)
    {
        builder.AddRuntimeOfImage(job, mapping["image"] as ConfigurationScalar ?? mapping.At("image", "name"));
        if (tool != PipelineTool.Azure) return;
        if (mapping["task"] is ConfigurationScalar task)
        {
            builder.AddAction(job, task, mapping.GetMapping("inputs"));
            if (task.Text.StartsWith("UsePythonVersion@", StringComparison.Ordinal) && mapping.At("inputs", "versionSpec") is { } spec && spec.AsText()?.Contains("$(", StringComparison.Ordinal) == false)
                builder.AddRuntimes(job, spec);
            builder.AddScript(job, mapping.At("inputs", "script"));
        }

        builder.AddRuntimes(job, mapping["python.version"]);
        builder.AddRuntimes(job, mapping["pythonVersion"] as ConfigurationScalar is { } version && !version.Text.Contains("$(", StringComparison.Ordinal) ? version : null);
    }
}
