using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>What one file of a pipeline or task runner says.</summary>
public sealed record Pipeline(
    string Path,
    SourceText Text,
    PipelineTool Tool,
    ImmutableArray<PipelineCommand> Commands,
    ImmutableArray<PipelineAction> Actions,
    ImmutableArray<PythonRuntimeMention> Runtimes,
    ImmutableArray<ConfigurationError> Errors);
