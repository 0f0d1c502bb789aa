using StaticReadiness.Python.Text;

namespace StaticReadiness.Repository.Pipelines;

/// <summary>A Python version that a pipeline runs with, as written: <c>3.12</c>, <c>3.13-dev</c>, <c>pypy3.10</c>, <c>3.x</c>.</summary>
public sealed record PythonRuntimeMention(string Path, SourceText Source, PipelineTool Tool, string Job, string Version, TextSpan Span);
