using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Shell;

namespace StaticReadiness.Repository.Containers;

/// <summary>One instruction of a Dockerfile, all its lines together.</summary>
public sealed class DockerInstruction
{
    public required DockerKeyword Keyword { get; init; }

    public required TextSpan KeywordSpan { get; init; }

    /// <summary>From the keyword to the end of the last line, heredocs included.</summary>
    public required TextSpan Span { get; init; }

    public ImmutableArray<DockerFlag> Flags { get; init; } = [];

    /// <summary>The arguments behind the flags, lines joined and comments between them removed.</summary>
    public required MappedText Arguments { get; init; }

    /// <summary>Whether the arguments are a JSON list, which runs without a shell.</summary>
    public bool IsExecForm { get; init; }

    /// <summary>The arguments as words: the items of the JSON list, else words split as a shell does.</summary>
    public ImmutableArray<ShellWord> Words { get; init; } = [];

    /// <summary>The commands that RUN, CMD, ENTRYPOINT and HEALTHCHECK run; empty for the others.</summary>
    public ImmutableArray<ShellCommand> Commands { get; init; } = [];

    public ImmutableArray<DockerHeredoc> Heredocs { get; init; } = [];

    /// <summary>The instruction behind ONBUILD.</summary>
    public DockerInstruction? Inner { get; init; }

    /// <summary>The names and values that ENV, ARG and LABEL set; an ARG without a default has no value.</summary>
    public ImmutableArray<DockerVariable> Variables { get; init; } = [];

    public string? Flag(string name)
    {
        foreach (var flag in Flags)
            if (flag.Name == name) return flag.Value ?? "";
        return null;
    }
}
