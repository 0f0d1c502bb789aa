using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>A script that a pipeline or a task runner runs.</summary>
/// <param name="Path">The file it stands in.</param>
/// <param name="Job">The job, environment, session or target it belongs to; empty when there is none.</param>
/// <param name="Span">The place of the script.</param>
/// <param name="Text">The script as written.</param>
/// <param name="Commands">The simple commands in it; empty for a script in another language than shell.</param>
public sealed record PipelineCommand(string Path, SourceText Source, PipelineTool Tool, string Job, TextSpan Span, string Text, ImmutableArray<ShellCommand> Commands)
{
    /// <summary>Whether a service runs it for every change, rather than a person by hand.</summary>
    public bool IsContinuousIntegration => Tool <= PipelineTool.Jenkins;

    internal static PipelineCommand Shell(string path, SourceText source, PipelineTool tool, string job, MappedText script) =>
        new(path, source, tool, job, script.ToSource(0, script.Content.Length), script.Content, ShellScript.Read(script));
}
