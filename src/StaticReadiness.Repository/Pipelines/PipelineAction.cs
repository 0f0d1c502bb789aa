using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>A ready-made step that a pipeline uses: an action, an orb, a hook, a template, an included file.</summary>
/// <param name="Name">What is used, without its version: <c>actions/setup-python</c>.</param>
/// <param name="Version">The tag, branch or commit behind it, or null.</param>
/// <param name="Inputs">The inputs given to it, or null.</param>
public sealed record PipelineAction(string Path, SourceText Source, PipelineTool Tool, string Job, string Name, string? Version, TextSpan Span, ConfigurationMapping? Inputs);
