using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>Collects what one file says about pipelines.</summary>
internal sealed class PipelineBuilder(string path, SourceText text, PipelineTool tool)
{
    private readonly ImmutableArray<PipelineCommand>.Builder commands = ImmutableArray.CreateBuilder<PipelineCommand>();
    private readonly ImmutableArray<PipelineAction>.Builder actions = ImmutableArray.CreateBuilder<PipelineAction>();
    private readonly ImmutableArray<PythonRuntimeMention>.Builder runtimes = ImmutableArray.CreateBuilder<PythonRuntimeMention>();

    public SourceText Text => text;

    public void AddScript(string job, ConfigurationNode? node)
    {
        if (node is ConfigurationScalar { Kind: ConfigurationScalarKind.String } scalar) AddScript(job, YamlScript.Of(text, scalar));
        else if (node is ConfigurationSequence list)
            foreach (var item in list.Items) AddScript(job, item);
    }

    public void AddScript(string job, MappedText script)
    {
        if (!string.IsNullOrWhiteSpace(script.Content)) commands.Add(PipelineCommand.Shell(path, text, tool, job, script));
    }

    /// <summary>A command given as words.</summary>
    public void AddWords(string job, TextSpan span, IReadOnlyList<ShellWord> words)
    {
        var command = new ShellCommand([], [.. words], span);
        commands.Add(new PipelineCommand(path, text, tool, job, span, command.Text, [command]));
    }

    /// <summary>A script in another language: its place and text are known, its commands are not.</summary>
    public void AddForeignScript(string job, ConfigurationScalar script) => commands.Add(new PipelineCommand(path, text, tool, job, script.Span, script.Text, []));

    public void AddAction(string job, ConfigurationScalar use, ConfigurationMapping? inputs, char separator = '@')
    {
        var at = use.Text.IndexOf(separator);
        actions.Add(new PipelineAction(path, text, tool, job, at < 0 ? use.Text : use.Text[..at], at < 0 ? null : use.Text[(at + 1)..], use.Span, inputs));
    }

    public void AddAction(string job, string name, string? version, TextSpan span) => actions.Add(new PipelineAction(path, text, tool, job, name, version, span, null));

    /// <summary>The versions in a scalar or a list of scalars; expressions are left out, several in one scalar stand on lines of their own.</summary>
    public void AddRuntimes(string job, ConfigurationNode? node)
    {
        if (node is ConfigurationSequence list)
            foreach (var item in list.Items) AddRuntimes(job, item);
        if (node is not ConfigurationScalar scalar || scalar.Kind == ConfigurationScalarKind.Null || scalar.Text.Contains("${", StringComparison.Ordinal)) return;
        // YAML reads an unquoted 3.10 as the number 3.1: what stands in the file is what the author meant.
        var versions = scalar.Kind == ConfigurationScalarKind.String ? scalar.Text : text.ToString(scalar.Span);
        foreach (var version in versions.Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) AddRuntime(job, version, scalar.Span);
    }

    public void AddRuntime(string job, string version, TextSpan span)
    {
        if (version.Any(char.IsAsciiDigit)) runtimes.Add(new PythonRuntimeMention(path, text, tool, job, version, span));
    }

    /// <summary>The version in the name of a Python image, such as <c>python:3.12-slim</c> or <c>cimg/python:3.12</c>.</summary>
    public void AddRuntimeOfImage(string job, ConfigurationNode? node)
    {
        if (node is not ConfigurationScalar { Kind: ConfigurationScalarKind.String } image) return;
        var colon = image.Text.LastIndexOf(':');
        if (colon < 0 || !(image.Text[..colon] is var name && (name == "python" || name.EndsWith("/python", StringComparison.Ordinal)))) return;
        var tag = image.Text[(colon + 1)..];
        var end = tag.AsSpan().IndexOfAnyExcept("0123456789.");
        if (tag.Length > 0 && end != 0) AddRuntime(job, end < 0 ? tag : tag[..end], image.Span);
    }

    public Pipeline Build(ImmutableArray<ConfigurationError> errors) =>
        new(path, text, tool, commands.DrainToImmutable(), actions.DrainToImmutable(), runtimes.DrainToImmutable(), errors);
}
