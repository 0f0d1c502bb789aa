using System.Collections.Immutable;
using StaticReadiness.Python.Text;
using StaticReadiness.Repository.Configuration;

namespace StaticReadiness.Repository.Evidence;

/// <summary>Facts that no repository holds, supplied by the user: our own format (evidence.schema.json beside this file) or the JSON result of OSSF Scorecard as it is.</summary>
public sealed class EvidenceFile
{
    internal EvidenceFile(SourceText text, ImmutableArray<EvidenceFact> facts, ImmutableArray<ToolResult> tools, ImmutableArray<ConfigurationError> errors)
    {
        Text = text;
        Facts = facts;
        Tools = tools;
        Errors = errors;
    }

    public SourceText Text { get; }

    public ImmutableArray<EvidenceFact> Facts { get; }

    public ImmutableArray<ToolResult> Tools { get; }

    /// <summary>What is wrong with the file, each with its place; with an error nothing of the file should be used.</summary>
    public ImmutableArray<ConfigurationError> Errors { get; }

    public static EvidenceFile Parse(SourceText text) => new EvidenceReader(text).Read();

    /// <summary>The number of a fact, or why it is not known.</summary>
    public Answer<double> Find(string id) => Facts.FirstOrDefault(f => f.Id == id) is not { } fact ? Answers.Unknown<double>($"the evidence file says nothing about {id}")
        : fact.Number is { } number ? Answers.Known(number)
        : Answers.Unknown<double>($"the evidence file gives no number for {id}");
}
