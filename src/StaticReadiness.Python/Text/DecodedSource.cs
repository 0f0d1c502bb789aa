using System.Diagnostics.CodeAnalysis;

namespace StaticReadiness.Python.Text;

/// <summary>The outcome of decoding the bytes of a file: its text, or why there is none.</summary>
public readonly struct DecodedSource
{
    internal DecodedSource(SourceText text) => Text = text;

    internal DecodedSource(string message, int line) => Error = new DecodingError(message, line);

    public SourceText? Text { get; }

    public DecodingError? Error { get; }

    /// <summary>True when there is a text, false when there is an error.</summary>
    [MemberNotNullWhen(true, nameof(Text))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Text is not null;
}
