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

    /// <summary>What is known when the user gives no file: nothing.</summary>
    public static EvidenceFile None { get; } = new(SourceText.From(""), [], [], []);

    /// <summary>The JSON schema of our own format.</summary>
    public static string Schema
    {
        get
        {
            using var stream = typeof(EvidenceFile).Assembly.GetManifestResourceStream("StaticReadiness.Repository.Evidence.evidence.schema.json")
                ?? throw new InvalidOperationException("The schema is not embedded.");
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    public SourceText Text { get; }

    public ImmutableArray<EvidenceFact> Facts { get; }

    public ImmutableArray<ToolResult> Tools { get; }

    /// <summary>What is wrong with the file, each with its place; with an error nothing of the file should be used.</summary>
    public ImmutableArray<ConfigurationError> Errors { get; }

    public static EvidenceFile Parse(SourceText text) => new EvidenceReader(text).Read();

    public bool IsEmpty => Facts.IsEmpty && Tools.IsEmpty;

    /// <summary>What another tool's check of that name says, from 0 to 1, or why it is not known.</summary>
    public Answer<double> FindCheck(string name) => Tools.SelectMany(tool => tool.Checks).FirstOrDefault(check => check.Name == name) is { } found
        ? found.Score
        : Answers.Unknown<double>($"the evidence file has no check {name}");

    /// <summary>The number of a fact, or why it is not known.</summary>
    public Answer<double> Find(string id) => Facts.FirstOrDefault(f => f.Id == id) is not { } fact ? Answers.Unknown<double>($"the evidence file says nothing about {id}")
        : fact.Number is { } number ? Answers.Known(number)
        : Answers.Unknown<double>($"the evidence file gives no number for {id}");
}
